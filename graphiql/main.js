// GraphiQL over the API of its own origin, with example queries in tabs. Nothing is loaded from elsewhere.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { GraphiQL } from 'graphiql';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { EXAMPLES } from './examples.js';

/** Sends one operation; what the server refuses is an answer too. */
async function fetcher(operation, { headers } = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(operation),
  });
  return response.json();
}

const page = createElement(GraphiQL, { fetcher, defaultTabs: EXAMPLES, defaultTheme: 'light' });
createRoot(document.querySelector('#graphiql')).render(page);
