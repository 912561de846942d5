import { OF_ACCOUNTS, OF_DEPARTMENTS } from '@huiyin/domain/boards/figures.ts'
import { type BoardValue, type Counted, numberOf } from '@huiyin/domain/boards/number-of.ts'
import type { FigureCode } from '@huiyin/domain/reports/figures.ts'
import type { BoardNumber, BoardRank } from '@huiyin/schemas/api-boards.ts'
import { PlatformName } from '@huiyin/schemas/names.ts'
import { Value } from 'typebox/value'
import { accountNamed } from '../scope.ts'
import type { Board } from './board.ts'
import { type Pair, type Stretch, together } from './stretch.ts'
import { NOTHING } from './tally.ts'

/** The one with the most comments first. */
export function accountRanks({ ports }: Board, pair: Pair): BoardRank[] {
  const { now, before } = pair
  const keys = keysOf(now.byAccount, before?.byAccount, now.tally?.accounts, before?.tally?.accounts)
  const rank = (key: string): BoardRank => {
    const one = accountNamed(ports, key)
    return {
      ...{ key, name: (one && ports.accounts(one.platform, one.account)?.name) ?? one?.account ?? key },
      ...(one && isPlatform(one.platform) && { platform: one.platform }),
      numbers: numbersOf(OF_ACCOUNTS, pair, (stretch, code) =>
        code === 'comments'
          ? { value: stretch.byAccount.get(key) ?? 0 }
          : ofPart(stretch.tally?.accounts, key, code, stretch, pair.minimumSample)
      )
    }
  }
  return keys.map(rank).sort(by('comments', 'cases'))
}

/** The one with the most dispatches first. */
export function departmentRanks(pair: Pair): BoardRank[] {
  const { now, before } = pair
  const keys = keysOf(now.tally?.departments, before?.tally?.departments)
  return keys
    .map((key): BoardRank => {
      const numbers = numbersOf(OF_DEPARTMENTS, pair, (stretch, code) =>
        ofPart(stretch.tally?.departments, key, code, stretch, pair.minimumSample)
      )
      return { key, name: key, numbers }
    })
    .sort(by('dispatches', 'cases'))
}

const isPlatform = (name: string): name is PlatformName => Value.Check(PlatformName, name)

const keysOf = (...maps: (ReadonlyMap<string, unknown> | undefined)[]): string[] => [
  ...new Set(maps.flatMap(map => (map ? [...map.keys()] : [])))
]

function ofPart(
  parts: ReadonlyMap<string, Counted> | undefined,
  key: string,
  code: FigureCode,
  { tally }: Stretch,
  minimumSample: number
): BoardValue {
  return tally ? numberOf(code, parts?.get(key) ?? NOTHING, minimumSample) : { value: null }
}

const numbersOf = (
  codes: readonly FigureCode[],
  { now, before }: Pair,
  of: (stretch: Stretch, code: FigureCode) => BoardValue
): Record<string, BoardNumber> =>
  Object.fromEntries(codes.map(code => [code, together(of(now, code), before ? of(before, code) : { value: null })]))

const by =
  (first: string, second: string) =>
  (a: BoardRank, b: BoardRank): number => {
    const of = ({ numbers }: BoardRank, code: string) => numbers[code]?.value ?? 0
    return of(b, first) - of(a, first) || of(b, second) - of(a, second) || (a.key < b.key ? -1 : 1)
  }
