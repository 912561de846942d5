import { useMutation } from '@tanstack/react-query'
import { saveFile } from '../data/save-file.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { FileIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import style from './appraisal.module.css'

const FORMATS = ['xlsx', 'docx', 'html', 'pdf'] as const

/** Saved as a file; the spreadsheet reckons itself. A machine without a browser to print with has no PDF, and says so. */
export function Files({ address, name }: { address: string; name: string }) {
  const save = useMutation({ mutationFn: ({ url, file }: { url: string; file: string }) => saveFile(url, file) })
  return (
    <>
      <ul className={style.files} aria-label={t('appraisal.files')} aria-busy={save.isPending}>
        {FORMATS.map(format => {
          const url = `${address}${address.includes('?') ? '&' : '?'}format=${format}`
          const file = `${name}.${format}`
          return (
            <li key={format}>
              <a href={url} download={file} onClick={plainly(() => save.mutate({ url, file }))}>
                <FileIcon /> {t(`appraisal.format.${format}`)}
              </a>
            </li>
          )
        })}
      </ul>
      {save.error && (
        <p className={style.late} role="alert">
          {problemWords(save.error)} {t('appraisal.other-formats')}
        </p>
      )}
    </>
  )
}
