import type { ArchiveView } from '@huiyin/schemas/api-archives.ts'
import { useMutation } from '@tanstack/react-query'
import { segment } from '../data/acts.ts'
import { ApiProblem } from '../data/http.ts'
import { useMay } from '../data/may.ts'
import { saveFile } from '../data/save-file.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { FileIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import style from './archives.module.css'

const MOST_BYTES = 4 * 1024 ** 3
/** Beyond it the browser takes it as it comes, and says in its own words what went wrong. */
const IN_MEMORY = 200 * 1024 ** 2
const PAUSE = 6_000 // ms: what costs much is asked for a few times a minute
const TRIES = 4

const isTooSoon = (error: unknown) => error instanceof ApiProblem && error.code === 'TOO_MANY_REQUESTS'

/** The folder as a ZIP; where one asks too soon it waits for its turn. */
export function Download({ row: { id, title, seal } }: { row: ArchiveView }) {
  const makes = useMay()('archive.make')
  const save = useMutation({
    mutationFn: (address: string) => saveFile(address, `${title}.zip`),
    retry: (times, error) => isTooSoon(error) && times < TRIES,
    retryDelay: PAUSE
  })
  if (!makes || !seal) return null
  if (seal.bytes >= MOST_BYTES) return <p className={style.hint}>{t('archive.too-large')}</p>
  const href = `/api/archives/${segment(id)}/folder.zip`
  const take = () => {
    if (!save.isPending) save.mutate(href)
  }
  return (
    <>
      <p className={style.acts}>
        <a
          className={style.download}
          href={href}
          download
          aria-busy={save.isPending}
          {...(seal.bytes < IN_MEMORY && { onClick: plainly(take) })}
        >
          <FileIcon /> {t('archive.download')}
        </a>
        <span className={style.hint} role="status">
          {t(save.isPending ? 'archive.downloading' : 'archive.download-hint')}
        </span>
      </p>
      {save.error && (
        <p className={style.late} role="alert">
          {problemWords(save.error)}
        </p>
      )}
    </>
  )
}
