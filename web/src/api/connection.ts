/** The one way to the server, typed by its own description. Lists are written with commas. */
import createClient from 'openapi-fetch';
import type { paths } from './schema';

export const api = createClient<paths>({
  baseUrl: '',
  fetch: (request) => fetch(request),
  querySerializer: { array: { style: 'form', explode: false } },
});
