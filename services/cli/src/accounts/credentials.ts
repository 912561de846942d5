import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { HuiyinError } from '@huiyin/domain/errors.ts'
import type { AccountField } from '@huiyin/schemas/account.ts'
import { ACCOUNT_FIELDS } from '@huiyin/schemas/account-fields.ts'
import type { PlatformName } from '@huiyin/schemas/names.ts'
import { questions, type Terminal } from './questions.ts'

export type Values = Record<string, string>

const invalid = (message: string) => new HuiyinError('INVALID_REQUEST', message)

/** `name=value`, as options give it. Throws INVALID_REQUEST; the value is not repeated. */
export function pairOf(pair: string): [string, string] {
  const at = pair.indexOf('=')
  if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
  throw invalid('Expected name=value, such as clientKey=aw123; there is no name or no = in what came')
}

/** What may stand among the arguments: they are seen by everybody on the machine and kept by the shell. */
export function openOnly(platform: PlatformName, pairs: readonly string[]): Values {
  const given = Object.fromEntries(pairs.map(pairOf))
  const secret = ACCOUNT_FIELDS[platform].credentials.find(field => field.secret && field.name in given)
  if (!secret) return given
  throw invalid(
    `${secret.name} is a secret and must not stand among the arguments, where others see it: leave it out to be asked, ` +
      'or give it by --credentials-file or on the standard input. Change it where it was made if it was real'
  )
}

/** A JSON object, or lines of name=value. Throws INVALID_REQUEST that names the line, never its content. */
export function parseCredentials(content: string, where: string): Values {
  const whole = content.replace(/^\uFEFF/, '').trim()
  return whole.startsWith('{') ? fromJson(whole, where) : fromLines(whole, where)
}

function fromJson(whole: string, where: string): Values {
  const value = attempt(whole)
  const entries = value && typeof value === 'object' ? Object.entries(value) : []
  if (value === undefined || entries.some(([, one]) => typeof one !== 'string'))
    throw invalid(`${where} must be a JSON object of texts, or lines of name=value`)
  return Object.fromEntries(entries)
}

function attempt(whole: string): unknown {
  try {
    return JSON.parse(whole)
  } catch {
    return undefined // its message would repeat a part of the secrets
  }
}

const fromLines = (whole: string, where: string): Values =>
  Object.fromEntries(
    whole.split(/\r?\n/).flatMap((line, i) => {
      if (line.trim() === '' || line.startsWith('#')) return []
      if (!/^\s*\w+\s*=/.test(line)) throw invalid(`${where}, line ${i + 1}: expected name=value`)
      return [pairOf(line)]
    })
  )

export interface Sources {
  platform: PlatformName
  /** Given among the arguments. */
  given: Values
  /** A path, or `-` for the standard input. */
  file?: string | undefined
  input: NodeJS.ReadableStream & { isTTY?: boolean }
  output: NodeJS.WritableStream
}

/** The credentials from the file, else asked at the terminal, else from what is piped in. */
export async function gatherCredentials({ platform, given, file, input, output }: Sources): Promise<Values> {
  if (file !== undefined && file !== '-') return { ...given, ...parseCredentials(await contentOf(file), file) }
  if (file === undefined && input.isTTY) return { ...given, ...(await askMissing(platform, given, { input, output })) }
  return { ...given, ...parseCredentials(await text(input), 'The standard input') }
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw invalid(`The file ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}

async function askMissing(platform: PlatformName, given: Values, terminal: Terminal): Promise<Values> {
  const missing = ACCOUNT_FIELDS[platform].credentials.filter(({ name }) => !(name in given))
  const asking = questions(terminal)
  try {
    const found: Values = {}
    for (const field of missing) found[field.name] = await asking.ask(questionOf(field), field.secret)
    return found
  } finally {
    asking.end()
  }
}

const questionOf = ({ words, required, secret }: AccountField) =>
  [`${words.zh} / ${words.en}`, secret && '(not shown)', !required && '(may be left empty)'].filter(Boolean).join(' ')
