import { HuiyinError } from '@huiyin/domain/errors.ts'

/** The file as a whole cannot be read or understood; the sentence says what to do. */
export const invalidFile = (message: string, cause?: unknown) =>
  new HuiyinError('INVALID_REQUEST', message, cause === undefined ? undefined : { cause })

const READ_PROBLEMS: Record<string, string> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this person',
  EPERM: 'may not be read by this person',
  EISDIR: 'is a folder; name a file in it'
}

export function unreadable(file: string, error: unknown): unknown {
  const reason = READ_PROBLEMS[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? error : invalidFile(`${file} ${reason}`, error)
}
