import { useMutation } from '@tanstack/react-query';
import { Paperclip, Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fileAddress, uploadFile } from '@/api/calls';
import type { StoredFile } from '@/api/types';
import { Button, IconButton } from '@/lib/Button';
import type { CellProps, FieldFace, InputProps, SettingsProps } from '../FieldType';
import { SwitchSetting } from '../parts/settings';
import { useScope } from '../scope';
import css from './file.module.css';

const filesOf = (value: unknown) => (Array.isArray(value) ? (value as StoredFile[]) : []);

function FileCell({ value }: CellProps) {
  return (
    <span className={css.line}>
      {filesOf(value).map(file => (
        <a key={file.id} href={fileAddress(file.id)} target="_blank" rel="noreferrer" className={css.link}>
          <Paperclip size={14} aria-hidden />
          {file.name}
        </a>
      ))}
    </span>
  );
}

/** Takes files in as soon as they are chosen; the value is what the server answered. */
function FileInput({ id, field, value, onChange, disabled, describedBy, invalid }: InputProps) {
  const { t } = useTranslation('fields');
  const { still } = useScope();
  const chooser = useRef<HTMLInputElement>(null);
  const files = filesOf(value);
  const upload = useMutation({
    mutationFn: (chosen: File[]) => Promise.all(chosen.map(uploadFile)),
    onSuccess: stored => onChange(field.many ? [...files, ...stored] : stored.slice(-1)),
  });
  const drop = (gone: StoredFile) => {
    const rest = files.filter(file => file.id !== gone.id);
    onChange(rest.length ? rest : null);
  };
  return (
    <div className={css.box}>
      {files.map(file => (
        <div key={file.id} className={css.file}>
          <Paperclip size={16} aria-hidden />
          <a href={fileAddress(file.id)} target="_blank" rel="noreferrer">
            {file.name}
          </a>
          <small>{sizeOf(file.size)}</small>
          {!disabled && (
            <IconButton label={t('removeFile', { name: file.name })} onClick={() => drop(file)}>
              <X size={16} />
            </IconButton>
          )}
        </div>
      ))}
      {!disabled && (
        <Button
          id={id}
          small
          icon={<Plus size={16} />}
          busy={upload.isPending}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onClick={() => !still && chooser.current?.click()}
        >
          {t(field.many || files.length === 0 ? 'addFile' : 'replaceFile')}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple={field.many === true}
        onChange={event => {
          if (event.target.files?.length) upload.mutate([...event.target.files]);
          event.target.value = '';
        }}
      />
      {upload.error && (
        <p role="alert" className={css.fault}>
          {upload.error.message}
        </p>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function FileSettings(props: SettingsProps) {
  const { t } = useTranslation('fields');
  return <SwitchSetting {...props} word="many" label={t('setting.many')} />;
}

export const file: FieldFace = {
  key: 'file',
  Icon: Paperclip,
  defaults: { many: true },
  Cell: FileCell,
  Input: FileInput,
  Settings: FileSettings,
  broad: true,
  group: true,
  operators: ['empty', 'notEmpty'],
  listed: true,
};
