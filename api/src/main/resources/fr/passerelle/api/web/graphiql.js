// Starts GraphiQL on this service; each example of the page is a tab.
const place = document.getElementById('graphiql');
const examples = [...document.querySelectorAll('#exemples pre')];

const fetcher = async (parameters, options) => {
  const answer = await fetch(place.dataset.endpoint, {
    method: 'POST',
    credentials: 'omit',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      ...options?.headers,
    },
    body: JSON.stringify(parameters),
  });
  return answer.json();
};

ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultTabs: examples.map((each) => ({ query: each.textContent })),
    defaultQuery: examples[0].textContent,
    shouldPersistHeaders: false,
  }),
);
