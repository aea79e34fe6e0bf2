/** The screens in which apps are built. */
export { DesignPage } from './DesignPage';
export { FormStep } from './FormStep';
export { FlowStep } from './flow/FlowStep';
export { PublishStep } from './publish/PublishStep';
export { RolesStep } from './roles/RolesStep';
