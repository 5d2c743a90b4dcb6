// Compiled, not run: what the types promise to who writes with them.
import { Passerelle, type Concept, type Study, type StudyItem } from '@passerelle/client';

export async function typed(client: Passerelle): Promise<void> {
  const concept: Concept = await client.vocabularies.getConcept({ vocab: 'rome-4', code: 'M1805' });
  const label: string = concept.prefLabel;

  for await (const study of client.studies.listStudies({ q: label })) {
    const item: StudyItem = study;
    item.title.trim();
  }
  const study: Study = await client.studies.getStudy({ id: 'd76cxwgphh' }, { timeout: 1000 });
  study.title.trim();

  // A known value is proposed, another one is allowed.
  const figures = await client.indicators.getFigures({ id: 'defm-abc', format: 'json' });
  const outcome: 'sum' | (string & {}) | undefined = figures.items[0]?.outcome;
  outcome?.trim();

  // @ts-expect-error A parameter that is not there.
  await client.studies.listStudies({ titre: 'x' });
  // @ts-expect-error A parameter that is required.
  await client.studies.getStudy({});
  // @ts-expect-error One thing is not a list.
  for await (const _ of client.studies.getStudy({ id: 'x' })) {
    break;
  }
  // @ts-expect-error A field that may be null.
  study.reason.trim();
}
