import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { createContext, useContext } from 'react'
import { ApiProblem } from '../../data/http.ts'
import { language, t } from '../../language.ts'
import { problemWords } from '../../problem-words.ts'
import { fieldsOf, listOf, type Shape, thingOf, within } from './shape.ts'

/** What is wrong with what was entered, by the place where it stands. */
export type Wrong = { where: string; words: string; refuses: boolean }

export const WrongContext = createContext<readonly Wrong[]>([])

/** What is said of exactly this place. */
export const useWrongAt = (path: string): readonly Wrong[] =>
  useContext(WrongContext).filter(({ where }) => where === path)

/** Whether something is wrong there or within. */
export const useWrongWithin = (path: string): boolean =>
  useContext(WrongContext).some(({ where }) => where === path || where.startsWith(`${path}/`))

export const wrongOf = ({ where, rung, refuses, ...said }: RuleProblem): Wrong => ({
  where: where ?? (rung === undefined ? '' : `rungs/${rung}`),
  words: said[language()],
  refuses
})

/** What an answer says of the places of a form. */
export function wrongIn(error: unknown): Wrong[] {
  if (!(error instanceof ApiProblem)) return []
  if (error.problems.length > 0) return error.problems.map(wrongOf)
  const [, where] = /^body\/(.+)$/.exec(error.at ?? '') ?? []
  return where === undefined ? [] : [{ where, words: wordsOf(error), refuses: true }]
}

const wordsOf = (error: ApiProblem) =>
  error.code === 'ADDRESS_FORBIDDEN' ? t('house.address-forbidden') : problemWords(error)

/** What is missing before it is worth asking the server. */
export function lacking(shape: Shape, value: unknown, path = ''): Wrong[] {
  if (shape.as === 'group' || shape.as === 'kinds')
    return fieldsOf(shape, value).flatMap(({ name, shape: of, optional }) => {
      const one = thingOf(value)[name]
      return optional && one === undefined ? [] : lacking(of, one, within(path, name))
    })
  if (shape.as === 'rows') {
    const rows = listOf(value)
    const few = rows.length < (shape.least ?? 0) ? [missing(path)] : []
    return [...few, ...rows.flatMap((row, i) => lacking(shape.of, row, within(path, i)))]
  }
  return isMissing(shape, value) ? [missing(path)] : []
}

const missing = (where: string): Wrong => ({ where, words: t('house.missing'), refuses: true })

function isMissing(shape: Shape, value: unknown): boolean {
  switch (shape.as) {
    case 'text':
    case 'ref':
    case 'day':
      return typeof value !== 'string' || value.trim() === '' || (shape.as === 'text' && !fits(shape.form, value))
    case 'number':
    case 'share':
    case 'length':
    case 'when':
      return typeof value !== 'number' || Number.isNaN(value)
    case 'time':
      return typeof value !== 'string' || !/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value)
    case 'hours':
    case 'lengths':
      return !Array.isArray(value)
    case 'numbers':
      return !Array.isArray(value) && value !== 'all'
    case 'weekdays':
      return listOf(value).length === 0
    case 'words':
      return listOf(value).length < (shape.least ?? 0)
    default:
      return false
  }
}

const fits = (form: RegExp | undefined, value: string) => form === undefined || form.test(value)
