import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/client';
import { queryClient } from '@/api/query';
import type { FormDef, Me, TableDef, Values } from '@/api/types';
import { RecordForm } from './RecordForm';

const table: TableDef = {
  fields: [
    { key: 'reason', label: '事由', type: 'text', required: true },
    { key: 'price', label: '单价', type: 'number', scale: 2 },
    { key: 'double', label: '两倍', type: 'number', scale: 2, formula: 'price * 2' },
  ],
};
const form: FormDef = { table: 'leave', layout: ['reason', 'price', 'double'] };
const me = { id: 'me', name: '林晓燕', organisation: { name: '七巧', zone: 'Asia/Shanghai' } } as Me;

function fill(onSend: (values: Values) => Promise<void>) {
  render(
    <QueryClientProvider client={queryClient}>
      <RecordForm
        app="office"
        table={table}
        form={form}
        me={me}
        type={null}
        state={null}
        values={{}}
        onSend={onSend}
        foot={busy => (
          <button type="submit" disabled={busy}>
            提交
          </button>
        )}
      />
    </QueryClientProvider>,
  );
}

describe('a form', () => {
  it('shows the computed number while one types', () => {
    fill(async () => undefined);
    fireEvent.change(screen.getByLabelText('单价'), { target: { value: '１，２００.５' } });
    expect(screen.getByRole('group', { name: '两倍' }).textContent).toContain('2,401.00');
  });

  it('sends once, however often one presses', async () => {
    let finish: () => void = () => undefined;
    const send = vi.fn(() => new Promise<void>(done => (finish = done)));
    fill(send);
    const element = screen.getByText('提交').closest('form') as HTMLFormElement;
    fireEvent.submit(element);
    fireEvent.submit(element);
    expect(send).toHaveBeenCalledTimes(1);
    finish();
    await waitFor(() => expect(screen.getByText('提交').hasAttribute('disabled')).toBe(false));
    expect(send).toHaveBeenCalledWith({ reason: null, price: null });
  });

  it('puts a fault beside its field and takes it away when the field changes', async () => {
    fill(async () => {
      throw new ApiError(422, { violations: [{ pointer: '/values/reason', code: 'required', message: '请填写事由' }] });
    });
    fireEvent.submit(screen.getByText('提交').closest('form') as HTMLFormElement);
    const fault = await screen.findByText('请填写事由');
    expect(fault.closest('[data-field]')?.getAttribute('data-field')).toBe('reason');
    const input = screen.getByLabelText(/事由/);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    fireEvent.change(input, { target: { value: '探亲' } });
    expect(screen.queryByText('请填写事由')).toBeNull();
  });
});
