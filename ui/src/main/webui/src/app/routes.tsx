import { createBrowserRouter, redirect } from 'react-router';
import { Broken } from './Broken';
import { MePage } from './MePage';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { SignInPage } from './SignInPage';
import { Workbench } from './Workbench';

const runtime = () => import('@/runtime');
const designer = () => import('@/designer');

const drawers = [
  { path: 'new', lazy: () => runtime().then(({ CreateDrawer }) => ({ Component: CreateDrawer })) },
  { path: 'r/:record', lazy: () => runtime().then(({ RecordDrawer }) => ({ Component: RecordDrawer })) },
];
const list = () => runtime().then(({ TablePage }) => ({ Component: TablePage }));

/** Every address of the workbench. What is heavy is loaded when it is opened. */
export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      {
        errorElement: <Broken />,
        children: [
          { index: true, element: <Workbench /> },
          { path: 'me', element: <MePage /> },
          { path: 'templates', lazy: () => import('./TemplatesPage').then(m => ({ Component: m.TemplatesPage })) },
          { path: 'tasks', lazy: () => runtime().then(({ TasksPage }) => ({ Component: TasksPage })) },
          { path: 'tasks/:task', lazy: () => runtime().then(({ TaskPage }) => ({ Component: TaskPage })) },
          {
            path: 'a/:app',
            lazy: () => runtime().then(({ AppPage }) => ({ Component: AppPage })),
            children: [
              { index: true, lazy: () => runtime().then(({ AppHome }) => ({ Component: AppHome })) },
              { path: 't/:table', lazy: list, children: drawers },
              { path: 'v/:view', lazy: list, children: drawers },
              { path: 'f/:form', lazy: () => runtime().then(({ FormInApp }) => ({ Component: FormInApp })) },
            ],
          },
          {
            path: 'd/:app',
            lazy: () => designer().then(({ DesignPage }) => ({ Component: DesignPage })),
            children: [
              { index: true, loader: ({ params }) => redirect(`/d/${params.app}/forms`) },
              { path: 'forms/:form?', lazy: () => designer().then(({ FormStep }) => ({ Component: FormStep })) },
              { path: 'processes/:process?', lazy: () => designer().then(({ FlowStep }) => ({ Component: FlowStep })) },
              { path: 'roles', lazy: () => designer().then(({ RolesStep }) => ({ Component: RolesStep })) },
              { path: 'publish', lazy: () => designer().then(({ PublishStep }) => ({ Component: PublishStep })) },
            ],
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
]);
