/** api: the HTTP application. No logic that a room above could hold. */
export { createApp } from './app.ts';
export { DemoPatients } from './demo.ts';
