import { ABILITIES, explainKinds, type KindExample, type KindExplained, type Stay } from '@simwise/advisor';
import { formatDay } from '@simwise/engine';
import { abilityText, dependsTexts, hassleText, kindAnswer, listText, type Wording } from '@simwise/messages';
import { adviseFor } from '../choose.ts';
import { Session, type Terminal } from '../session.ts';
import type { StayOptions } from '../stay-options.ts';
import { formatTable, indent } from '../table.ts';

/** `simwise explain`: the kinds of card side by side on this person's terms. */
export async function explainCards(terminal: Terminal, options: StayOptions): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog(options.with);
  const advice = await adviseFor(session, catalog, { options });
  const wording = session.wording(catalog);
  const kinds = explainKinds(catalog, advice);
  const { stay } = advice;
  if (options.json) {
    const answers = kinds.map((kind) => kindAnswer(catalog, kind, { currency: stay.currency, wording }));
    session.json({ stay: { start: formatDay(stay.start), days: stay.days, currency: stay.currency }, kinds: answers });
  } else session.print(explainText(kinds, stay, wording));
  return 0;
}

function explainText(kinds: readonly KindExplained[], stay: Stay, wording: Wording): string[] {
  const { explain, units } = wording.messages;
  return [
    explain.intro({ days: units.days(stay.days) }),
    '',
    ...formatTable(rowsOf(kinds, stay, wording)),
    ...kinds.flatMap((kind) => ['', ...detailText(kind, stay, wording)]),
  ];
}

function rowsOf(kinds: readonly KindExplained[], stay: Stay, wording: Wording): string[][] {
  const { explain } = wording.messages;
  const { rows } = explain;
  return [
    ['', ...kinds.map(({ kind }) => explain.kinds[kind])],
    [rows.offers, ...kinds.map((kind) => (kind.offers === 0 ? explain.none : explain.offers(kind)))],
    ...ABILITIES.map((ability) => [
      explain.abilities[ability],
      ...kinds.map((kind) => abilityText(kind, ability, wording)),
    ]),
    [rows.price, ...kinds.map(({ forms }) => forms.map((form) => explain.forms[form]).join(', ') || '–')],
    [rows.cost, ...kinds.map(({ example }) => costText(example, stay, wording))],
    [rows.trouble, ...kinds.map(({ example }) => (example?.hassle ? hassleText(example.hassle, wording) : '–'))],
  ];
}

function costText(example: KindExample | null, { currency }: Stay, wording: Wording): string {
  if (!example) return '–';
  const { low, high } = example.total;
  const money = (amount: typeof low) => wording.money(amount, currency);
  if (high === null) return `≥ ${money(low)}`;
  return low === high ? money(low) : `${money(low)} – ${money(high)}`;
}

function detailText({ kind, apps, example }: KindExplained, stay: Stay, wording: Wording): string[] {
  const { explain } = wording.messages;
  const head = [`${explain.kinds[kind]}`, ...indent([explain.what[kind]])];
  const forApps = apps.length > 0 ? indent([explain.onlyApps({ apps: listText(wording.messages, apps) })]) : [];
  if (!example) return [...head, ...forApps, ...indent([`${explain.rows.best}: ${explain.noneForYou}`])];
  return [...head, ...forApps, ...indent(exampleText(example, stay, wording))];
}

function exampleText(example: KindExample, stay: Stay, wording: Wording): string[] {
  const { explain } = wording.messages;
  const names = example.offers.map((id) => wording.offerName(id)).join(' + ');
  const on = example.on === null ? '' : `, ${explain.onTopOf({ offer: wording.offerName(example.on) })}`;
  const cost = costText(example, stay, wording);
  const total = example.choice ? cost : explain.withoutPlan({ cost });
  return [
    `${explain.rows.best}: ${names}${on}`,
    `${explain.rows.cost}: ${total}`,
    ...unservedText(example, wording),
    `${explain.rows.asks}:`,
    ...indent(asksText(example, wording)),
  ];
}

function unservedText({ choice, serves }: KindExample, wording: Wording): string[] {
  const [first] = choice?.warnings ?? [];
  if (!choice || serves || !first) return [];
  return [wording.messages.explain.unserved({ why: wording.warning(first) })];
}

/** The titles of the rules that apply, those that are not known, and the questions left open. */
function asksText({ formalities }: KindExample, wording: Wording): string[] {
  const { law } = wording.messages.formalities;
  const titles = formalities.flatMap((outcome) => {
    const title = outcome.rule.title[wording.language];
    if (outcome.is === 'applies') return [`• ${title}`];
    if (outcome.is === 'unknown' && outcome.missing.length === 0 && outcome.law)
      return [`? ${title} (${law[outcome.law]})`];
    return [];
  });
  return [...titles, ...dependsTexts(formalities, wording).map((text) => `? ${text}`)];
}
