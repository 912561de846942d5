import type { RuleProblem } from '@huiyin/schemas/rule-problem.ts'
import { leftToGuess } from './guessable.ts'

export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 200
/** Nobody takes one of their last so many again. */
export const KEPT_PASSWORDS = 5
/** So many characters at least must be none that are common. */
const LEAST_OF_ONES_OWN = 4

const DAY = 86_400_000

type Rule = { code: string; zh: string; en: string; broken: (password: string, names: readonly string[]) => boolean }

const RULES: readonly Rule[] = [
  {
    code: 'PASSWORD_TOO_SHORT',
    zh: `密码至少 ${SHORTEST_PASSWORD} 个字符。`,
    en: `A password has ${SHORTEST_PASSWORD} characters at least.`,
    broken: password => [...password].length < SHORTEST_PASSWORD
  },
  {
    code: 'PASSWORD_TOO_LONG',
    zh: `密码最多 ${LONGEST_PASSWORD} 个字符。`,
    en: `A password has ${LONGEST_PASSWORD} characters at most.`,
    broken: password => [...password].length > LONGEST_PASSWORD
  },
  {
    code: 'PASSWORD_LETTERS',
    zh: '密码须含字母。',
    en: 'A password has letters.',
    broken: password => !/\p{L}/u.test(password)
  },
  {
    code: 'PASSWORD_DIGITS',
    zh: '密码须含数字。',
    en: 'A password has digits.',
    broken: password => !/\p{Nd}/u.test(password)
  },
  {
    code: 'PASSWORD_SPECIAL',
    zh: '密码须含特殊字符，例如 # 或 -。',
    en: 'A password has special characters, such as # or -.',
    broken: password => !/[^\p{L}\p{N}\s]/u.test(password)
  },
  {
    code: 'PASSWORD_NAMED',
    zh: '密码不能包含姓名或登录名。',
    en: 'A password does not contain the person’s name or sign-in name.',
    broken: (password, names) => names.some(name => contains(password, name))
  },
  {
    code: 'PASSWORD_COMMON',
    zh: '密码太容易被猜到：去掉常见的词、姓名、年份和键盘顺序之后所剩无几。',
    en: 'This password is easily guessed: without common words, names, years and rows of keys little of it is left.',
    broken: password => leftToGuess(password.slice(0, LONGEST_PASSWORD)) < LEAST_OF_ONES_OWN
  }
]

const SHORTEST_NAME = 2

function contains(password: string, name: string): boolean {
  const bare = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
  return [...bare(name)].length >= SHORTEST_NAME && bare(password).includes(bare(name))
}

/** All that is wrong with a new password. `names`: the person's name and the one that they sign in with. */
export const passwordProblems = (password: string, names: readonly string[]): RuleProblem[] =>
  RULES.filter(({ broken }) => broken(password.normalize('NFKC'), names)).map(({ code, zh, en }) => ({
    code,
    refuses: true,
    where: 'password',
    zh,
    en
  }))

/** A password that is taken again. */
export const passwordUsedBefore = (): RuleProblem => ({
  code: 'PASSWORD_USED',
  refuses: true,
  where: 'password',
  zh: `不能使用最近 ${KEPT_PASSWORDS} 次用过的密码。`,
  en: `None of the last ${KEPT_PASSWORDS} passwords is taken again.`
})

/** When a password has to be changed, in ms since 1970; undefined when never. `days` 0: never. */
export const passwordUntil = (passwordAt: number | undefined, days: number): number | undefined =>
  days > 0 && passwordAt !== undefined ? passwordAt + days * DAY : undefined
