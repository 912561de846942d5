import { digest } from '@huiyin/domain/ids.ts'
import type { Files, ReceivedFile } from './files.ts'
import type { Records } from './records.ts'

/** Who uses a file that is found by its checksum: while there is a use, whoever tidies leaves the file. */
export const FILE_USES = 'file-use'

const useId = (sha256: string, user: string) => `${sha256}-${digest(user)}`

type Ports = { files: Files; records: Records }

/** Keeps a content for whom `user` names; done twice it is the same. Answers where it is found. */
export async function keepFile(
  { files, records }: Ports,
  content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  { user, atMost }: { user: string; atMost: number }
): Promise<Pick<ReceivedFile, 'sha256' | 'bytes'>> {
  const file = await files.receive(content, atMost)
  try {
    await file.keep()
    await noteUse({ records }, file.sha256, user)
    await file.keep() // whoever tidied the same content in between did not see the note
    return { sha256: file.sha256, bytes: file.bytes }
  } finally {
    await file.discard()
  }
}

/** Says that a file which is kept already is used by another too. */
export const noteUse = ({ records }: Pick<Ports, 'records'>, sha256: string, user: string): Promise<boolean> =>
  records.create(FILE_USES, { id: useId(sha256, user), value: {} })

/** Whoever brought it may use it still; the file stays. */
export const dropUse = ({ records }: Pick<Ports, 'records'>, sha256: string, user: string): Promise<void> =>
  records.remove(FILE_USES, useId(sha256, user))

/** Nobody of that name uses it any more; it goes when nobody else does. True when it is gone. */
export async function dropFile({ files, records }: Ports, sha256: string, user: string): Promise<boolean> {
  await records.remove(FILE_USES, useId(sha256, user))
  return files.remove(sha256, async () => {
    await records.refresh()
    const uses = await Promise.all(
      [FILE_USES, 'attachment'].map(kind => records.list(kind, { prefix: sha256, atMost: 1 }))
    )
    return uses.flat().length > 0
  })
}
