import type { EntryView } from '@huiyin/schemas/api-register.ts'
import type { Evidence } from '@huiyin/schemas/register.ts'
import { Button } from 'antd'
import { useRef } from 'react'
import { newKey, segment } from '../data/acts.ts'
import { ACCEPTED } from '../data/files.ts'
import { useMay } from '../data/may.ts'
import { visit } from '../data/query-string.ts'
import { useAddEvidenceFile } from '../data/register.ts'
import { slowly } from '../form/busy.ts'
import { plainly } from '../frame/plainly.ts'
import { t } from '../language.ts'
import { FileIcon } from '../marks/icons.tsx'
import { problemWords } from '../problem-words.ts'
import { clockTime, exactTime } from '../time.ts'
import style from './appraisal.module.css'

/** What shows it: things of this house, and files. */
export function EvidencePart({ entry, now }: { entry: EntryView; now: number }) {
  const { evidence, evidenceTotal, files, id, state } = entry
  const may = useMay()
  const open = state === 'proposed' || state === 'appealed'
  const saves = may('personal.read') || may('register.write')
  return (
    <section aria-label={t('register.evidence')}>
      <h3 className={style.heading}>{t('register.evidence')}</h3>
      {evidence.length + files.length === 0 && <p className={style.hint}>{t('register.no-evidence')}</p>}
      <ul className={style.evidence}>
        {evidence.map(one => (
          <li key={`${one.kind} ${one.id}`}>
            <EvidenceLine one={one} now={now} />
          </li>
        ))}
        {evidenceTotal !== undefined && evidenceTotal > evidence.length && (
          <li className={style.hint}>{t('behind.more', { count: evidenceTotal - evidence.length })}</li>
        )}
        {files.map(file => (
          <li key={file.id}>
            <FileIcon />{' '}
            {saves ? (
              <a href={`/api/register/${segment(id)}/files/${segment(file.id)}`} download={file.fileName}>
                {file.fileName}
              </a>
            ) : (
              file.fileName
            )}
            <span className={style.hint} title={exactTime(file.at)}>
              {file.by.name} · {clockTime(file.at, now)}
            </span>
          </li>
        ))}
      </ul>
      {open && may('register.evidence') && <AddFile entry={id} />}
    </section>
  )
}

function EvidenceLine({ one: { kind, id, at, note }, now }: { one: Evidence; now: number }) {
  const href = kind === 'ticket' ? `?${new URLSearchParams({ ticket: id })}` : undefined
  return (
    <>
      <span>{t(`evidence.${kind}`)}</span>{' '}
      {href === undefined ? (
        <code>{id}</code>
      ) : (
        <a href={href} title={id} onClick={plainly(() => visit(href))}>
          {t('evidence.open')}
        </a>
      )}
      {at !== undefined && (
        <span className={style.hint} title={exactTime(at)}>
          {clockTime(at, now)}
        </span>
      )}
      {note && <span>{note}</span>}
    </>
  )
}

function AddFile({ entry }: { entry: string }) {
  const box = useRef<HTMLInputElement>(null)
  const add = useAddEvidenceFile(entry)
  const choose = (file: File | undefined) => {
    if (file) add.mutate({ file, key: newKey() })
    if (box.current) box.current.value = ''
  }
  return (
    <p className={style.acts}>
      <input
        ref={box}
        type="file"
        hidden
        accept={ACCEPTED}
        aria-label={t('register.add-file')}
        onChange={event => choose(event.target.files?.[0])}
      />
      <Button size="small" loading={slowly(add.isPending)} onClick={() => box.current?.click()}>
        {t('register.add-file')}
      </Button>
      {add.error && (
        <span className={style.late} role="alert">
          {problemWords(add.error)}
          {add.error && add.variables && (
            <Button size="small" type="text" onClick={() => add.mutate(add.variables)}>
              {t('list.retry')}
            </Button>
          )}
        </span>
      )}
    </p>
  )
}
