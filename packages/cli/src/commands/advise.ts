import {
  type Advice,
  type Choice,
  type DecidingFact,
  decidedBy,
  mainOffer,
  REGARDS,
  type Stay,
  type StayInput,
  type WhatIf,
  whatIf,
} from '@simwise/advisor';
import type { CompiledCatalog } from '@simwise/catalog';
import { type Day, day, dayOf } from '@simwise/engine';
import {
  dependsTexts,
  destinationText,
  explainedAnswer,
  factTexts,
  formatDate,
  formatNumber,
  formatVolume,
  hassleText,
  judgedOverText,
  listText,
  namedText,
  rateSentence,
  stepTexts,
  type Wording,
  whatIfAnswer,
  whatIfTexts,
} from '@simwise/messages';
import { commandWords } from '@simwise/messages/command';
import { adviseFor, chosenOf, titleOf } from '../choose.ts';
import { readCount } from '../read-option.ts';
import { Session, type Terminal } from '../session.ts';
import type { StayOptions } from '../stay-options.ts';
import { formatTable, indent } from '../table.ts';
import { routeText } from './coverage.ts';
import { ledgerText } from './price.ts';

export type AdviseOptions = StayOptions & {
  readonly top: string;
  readonly choice?: string;
  readonly whatIf?: boolean;
  readonly history?: string;
};

/** `simwise advise`: which card, or which pair, for this stay. */
export async function adviseStay(terminal: Terminal, options: AdviseOptions, asked: StayInput = {}): Promise<number> {
  const session = new Session(terminal, options);
  const catalog = await session.openCatalog(options.with);
  const advice = await adviseFor(session, catalog, { options, asked });
  const wording = session.wording(catalog);
  const top = readCount(options.top, '--top');
  const changes = options.whatIf ? whatIf(catalog, advice.stay, advice.route) : null;
  const facts = changes?.facts ?? decidedBy(catalog, advice);
  const { currency } = advice.stay;
  if (options.json) {
    const answer = explainedAnswer(catalog, advice, { facts, wording });
    session.json(changes ? { ...answer, whatIf: whatIfAnswer(changes, currency, wording) } : answer);
  } else {
    const shown = chosenOf(advice, options.choice, wording);
    session.print(adviceText(catalog, advice, { wording, top, shown, changes, facts }));
  }
  return advice.best.overall ? 0 : 1;
}

// --- text ------------------------------------------------------------------------------------------------------------

type View = {
  readonly wording: Wording;
  readonly top: number;
  readonly shown: Choice | null;
  readonly changes: WhatIf | null;
  readonly facts: readonly DecidingFact[];
};

function adviceText(catalog: CompiledCatalog, advice: Advice, view: View): string[] {
  const { wording, top, shown } = view;
  const command = commandWords(wording);
  return [
    ...stayText(advice.stay, wording),
    '',
    ...comparedText(advice, wording),
    '',
    ...(advice.best.overall ? [] : [command.noAnswer]),
    ...(shown ? recommendation(catalog, shown, advice, wording) : []),
    ...indent(proofText(advice, shown, wording)),
    '',
    ...bestText(advice, wording),
    ...judgedText(advice, wording),
    '',
    ...changesText(advice, view),
    wording.labelled(command.rest),
    ...indent(rankingText(advice.choices.slice(0, top), advice.stay, wording)),
    command.detailsOf,
    ...(view.changes ? [] : [command.whatIfOf]),
    ...coverageText(advice, wording),
  ];
}

/** What decides the answer, and where it is asked for what would change it. */
function changesText({ best, stay }: Advice, { wording, changes, facts }: View): string[] {
  if (!best.overall) return [];
  if (changes) {
    return [`${wording.messages.whatIf.heading}:`, ...indent(whatIfTexts(changes, stay.currency, wording)), ''];
  }
  return facts.length > 0 ? [...factTexts(facts, stay.currency, wording), ''] : [];
}

function stayText({ start, days, preset, profile, assumed }: Stay, wording: Wording): string[] {
  const { messages } = wording;
  const command = commandWords(wording);
  const use = profile.map(({ kind, to, app, perDay }) => {
    const volume = formatVolume(messages, kind, Math.round((perDay.num / perDay.den) * 30) / 30);
    const where = kind === 'data' ? (app ?? '') : destinationText(messages, to);
    return `${volume}${where === '' ? '' : ` (${where})`}`;
  });
  const fields = assumed.map((field) => command.fields[field as keyof typeof command.fields]);
  return [
    command.stay({
      days: messages.units.days(days),
      first: formatDate(messages, start),
      last: formatDate(messages, day(start + days - 1)),
      preset: messages.presets[preset],
    }),
    wording.labelled(
      command.use,
      use.length === 0 ? command.noUse : `${listText(messages, use)} / ${messages.units.days(1)}`,
    ),
    ...(fields.length > 0 ? [command.assumed({ fields: listText(messages, fields) })] : []),
  ];
}

function comparedText({ compared }: Advice, wording: Wording): string[] {
  const command = commandWords(wording);
  const { offers, sellers, choices, leftOut } = compared;
  return [
    command.compared({ offers, sellers: sellers.length, choices }),
    ...indent([
      listText(
        wording.messages,
        sellers.map((id) => wording.brandName(id)),
      ),
    ]),
    wording.labelled(command.leftOut({ count: leftOut.length })),
    ...indent(
      wording.leftOut(leftOut).map(({ text, count }) => wording.labelled(text, formatNumber(wording.messages, count))),
    ),
  ];
}

/** What is proven of the choice that is shown, where it is the best of a kind. */
function proofText({ best, proofs, stay }: Advice, shown: Choice | null, wording: Wording): string[] {
  const scope = (['overall', 'phone', 'data', 'pair'] as const).find((each) => shown !== null && best[each] === shown);
  const proof = scope && proofs[scope];
  return proof ? [wording.proof(proof, stay.currency)] : [];
}

/** A choice in full, the best one where no other is asked for: what to buy on which day, why, the ledger, the facts, what to mind. */
function recommendation(
  catalog: CompiledCatalog,
  choice: Choice,
  { stay, route, best }: Advice,
  wording: Wording,
): string[] {
  const command = commandWords(wording);
  const rates = choice.cards.map((card) => {
    const { from, day: on } = mainOffer(card).conversion;
    return rateSentence(catalog, { from, to: stay.currency, on: Math.max(on, stay.start) as Day }, wording);
  });
  return [
    choice === best.overall
      ? wording.labelled(command.best.overall, titleOf(choice, wording))
      : `${choice.rank}. ${titleOf(choice, wording)}`,
    ...indent([
      wording.labelled(command.total, totalText(choice, stay, wording)),
      choice.reasons.map((reason) => wording.why(reason, stay.currency)).join(' '),
      wording.labelled(command.buy),
      ...indent(purchaseText(choice, wording)),
      ...formalityText(catalog, choice, wording),
      wording.labelled(command.ledger),
      ...choice.cards.flatMap((card) =>
        indent(ledgerText(card.statement.lines, mainOffer(card).facts.currency, wording)),
      ),
      ...breaksText(choice, wording),
      wording.labelled(command.careful),
      ...indent(choice.warnings.map((warning) => wording.warning(warning, route?.facts))),
      wording.labelled(command.restsOn),
      ...indent(
        choice.cards.flatMap((card) =>
          card.offers.map((offer) => `${wording.basis(offer)} [${wording.messages.tiers[offer.tier]}]`),
        ),
      ),
      ...indent([...new Set(rates)].filter((rate) => rate !== null)),
    ]),
  ];
}

function coverageText({ route }: Advice, wording: Wording): string[] {
  if (!route) return [];
  return ['', wording.messages.coverage.heading, ...indent(routeText(route, wording.coverage()))];
}

function totalText({ total, value }: Choice, { currency }: Stay, wording: Wording): string {
  const command = commandWords(wording);
  const money = (amount: number) => wording.money(Math.round(amount) as typeof total.amount, currency);
  const { low, high } = total;
  const range =
    high === null
      ? command.atLeast({ low: money(low) })
      : low === high
        ? money(low)
        : command.between({ low: money(low), high: money(high) });
  if (!Number.isFinite(value.perDay)) return range;
  const perGigabyte = value.perGigabyte === null ? '' : money(value.perGigabyte);
  return `${range} (${command.value({ perGigabyte, perDay: money(value.perDay) })})`;
}

function purchaseText({ cards }: Choice, wording: Wording): string[] {
  const purchases = cards.flatMap((card) => card.purchases).sort((a, b) => a.at - b.at);
  return purchases.map(({ offer, at }) =>
    commandWords(wording).onDay({ day: formatDate(wording.messages, dayOf(at)), offer: wording.offerName(offer) }),
  );
}

/** What to do in which order, how much trouble that is, and what depends on what was not said. */
function formalityText(catalog: CompiledCatalog, { steps, hassle, formalities }: Choice, wording: Wording): string[] {
  const { headings } = wording.messages.formalities;
  const numbered = stepTexts(catalog, steps, wording).map((text, index) => `${index + 1}. ${text}`);
  const depends = dependsTexts(formalities, wording);
  return [
    wording.labelled(`${headings.steps} (${wording.labelled(headings.hassle, hassleText(hassle, wording))})`),
    ...indent(numbered),
    ...(depends.length > 0 ? [wording.labelled(headings.depends), ...indent(depends)] : []),
  ];
}

function breaksText({ breaks }: Choice, wording: Wording): string[] {
  if (breaks.length === 0) return [];
  return [wording.labelled(commandWords(wording).breaks), ...indent(breaks.map((item) => wording.breaks(item)))];
}

function bestText(advice: Advice, wording: Wording): string[] {
  const { best, stay } = advice;
  const command = commandWords(wording);
  const rows = (['phone', 'data', 'pair'] as const).map((kind) => {
    const choice = best[kind];
    if (!choice) return [wording.labelled(command.best[kind]), command.none];
    const missing = choice.serves
      ? ''
      : ` – ${choice.warnings.map((warning) => wording.warning(warning, advice.route?.facts))[0] ?? ''}`;
    return [
      wording.labelled(command.best[kind]),
      `${titleOf(choice, wording)}${wording.messages.signs.comma}${totalText(choice, stay, wording)}${missing}`,
    ];
  });
  return formatTable(rows);
}

/** The cheapest, the safest and the simplest choice over the ways in which the use may turn out. */
function judgedText({ named, judgedOver, stay }: Advice, wording: Wording): string[] {
  if (!named || !judgedOver) return [];
  const view = { wording, currency: stay.currency };
  const rows = REGARDS.map((regard) => [
    wording.labelled(wording.messages.judged.regards[regard]),
    `${titleOf(named[regard].judged.choice, wording)}, ${namedText(regard, named[regard], view)}`,
  ]);
  return ['', ...judgedOverText(judgedOver, wording), ...indent(formatTable(rows))];
}

function rankingText(choices: readonly Choice[], stay: Stay, wording: Wording): string[] {
  const rows = choices.map((choice) => {
    const { low, high } = choice.total;
    const amount = (value: typeof low) => wording.money(value, stay.currency);
    const total = high === null ? `≥ ${amount(low)}` : low === high ? amount(low) : `${amount(low)} – ${amount(high)}`;
    const tied = choices.filter(({ tie }) => tie === choice.tie).length > 1 ? `= ${choice.tie}` : '';
    return [`${choice.rank}.`, total, tied, titleOf(choice, wording)];
  });
  return formatTable(rows, ['right', 'right']);
}
