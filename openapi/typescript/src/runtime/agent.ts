/** Name of this client, as the service sees it. */
export const AGENT = 'passerelle-typescript/${sdk.version}';
