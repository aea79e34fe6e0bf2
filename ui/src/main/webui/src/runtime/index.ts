/** Everything a published app needs; loaded when the first one is opened. */
export { AppHome, AppPage } from './AppPage';
export { FormInApp } from './FormInApp';
export { CreateDrawer } from './record/CreateDrawer';
export { RecordDrawer } from './record/RecordDrawer';
export { TablePage } from './TablePage';
export { TaskPage } from './tasks/TaskPage';
export { TasksPage } from './tasks/TasksPage';
