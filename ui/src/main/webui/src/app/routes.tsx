import { createBrowserRouter } from 'react-router';
import { MePage } from './MePage';
import { NotFound } from './NotFound';
import { Shell } from './Shell';
import { SignInPage } from './SignInPage';
import { Workbench } from './Workbench';

/** Every address of the workbench. What is heavy is loaded when it is opened. */
export const router = createBrowserRouter([
  { path: '/sign-in', element: <SignInPage /> },
  {
    element: <Shell />,
    children: [
      { index: true, element: <Workbench /> },
      { path: 'me', element: <MePage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
