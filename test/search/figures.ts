import { idOfMade, type Made } from './documents.ts'
import { gradeOf, type Judged, ndcg } from './queries.ts'
import type { Plain, World } from './worlds.ts'

/** nDCG@10 of a search in both worlds and of the engine alone, and the share of the first ten that both worlds have. */
export type Answer = { judged: Judged; sqlite: number; elastic: number; plain: number; alike: number }

interface Asking {
  worlds: { sqlite: World; elastic: World }
  plain: Plain
  documents: readonly Made[]
  /** Ids of the first ten of a world. */
  asked: (world: World, q: string) => Promise<string[]>
}

/** Asks all searches, one behind the other. */
export async function answersTo(
  searches: readonly Judged[],
  { worlds, plain, documents, asked }: Asking
): Promise<Answer[]> {
  const madeOf = new Map(documents.map(made => [idOfMade(made), made] as const))
  const answers: Answer[] = []
  for (const judged of searches) {
    const [ours, theirs] = [await asked(worlds.sqlite, judged.q), await asked(worlds.elastic, judged.q)]
    const most = Math.max(ours.length, theirs.length)
    const ideal = documents.map(made => gradeOf(judged, made))
    const worth = (ids: readonly string[]) =>
      ndcg(
        ids.map(id => gradeOf(judged, madeOf.get(id)!)),
        ideal
      )
    answers.push({
      judged,
      sqlite: worth(ours),
      elastic: worth(theirs),
      plain: worth(await plain(judged.q)),
      alike: most === 0 ? 1 : ours.filter(id => theirs.includes(id)).length / most
    })
  }
  return answers
}

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length

export const meansOf = (answers: readonly Answer[]) => ({
  sqlite: mean(answers.map(({ sqlite }) => sqlite)),
  elastic: mean(answers.map(({ elastic }) => elastic)),
  plain: mean(answers.map(({ plain }) => plain))
})

/** How much of the first ten is the same in both worlds, of the search in the middle. */
export const medianAlike = (answers: readonly Answer[]): number =>
  answers.map(({ alike }) => alike).toSorted((a, b) => a - b)[Math.floor(answers.length / 2)]!

/** A line for each kind of search and one for all, so that nothing hides behind an average. */
export function tableOf(answers: readonly Answer[]): string[] {
  const kinds = [...new Set(answers.map(({ judged }) => judged.kind))]
  return [
    ...kinds.map(kind =>
      lineOf(
        kind,
        answers.filter(({ judged }) => judged.kind === kind)
      )
    ),
    lineOf('all', answers)
  ]
}

function lineOf(name: string, answers: readonly Answer[]): string {
  const { sqlite, elastic, plain } = meansOf(answers)
  const figures = `sqlite ${sqlite.toFixed(3)}, elasticsearch ${elastic.toFixed(3)}, the engine alone ${plain.toFixed(3)}`
  return `nDCG@10 of ${answers.length} (${name}): ${figures}`
}
