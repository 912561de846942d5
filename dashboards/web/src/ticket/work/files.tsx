import type { AttachmentView } from '@huiyin/schemas/attachment.ts'
import { Alert, Button } from 'antd'
import { useRef, useState } from 'react'
import { ACCEPTED, addressOf, chosen, isTooBig, useAddFile } from '../../data/files.ts'
import { ApiProblem } from '../../data/http.ts'
import { slowly } from '../../form/busy.ts'
import { sizeWords } from '../../hand/picture.ts'
import { t } from '../../language.ts'
import { FileIcon } from '../../marks/icons.tsx'
import { problemWords } from '../../problem-words.ts'
import { clockTime, exactTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import ticketStyle from '../ticket.module.css'
import style from './work.module.css'

/** Files of the ticket and of its dispatches. */
export function Files() {
  const { view } = useDesk()
  const { attachments = [] } = view
  const may = mayDo(view, 'attach')
  if (!may && attachments.length === 0) return null
  return (
    <section aria-label={t('files')} className={style.notes}>
      <h3 className={ticketStyle.title}>{t('files')}</h3>
      {attachments.length > 0 && (
        <ul className={style.files}>
          {attachments.map(file => (
            <FileLine key={`${file.dispatch ?? ''}/${file.id}`} file={file} />
          ))}
        </ul>
      )}
      {may && <AddFile />}
    </section>
  )
}

function FileLine({ file: { id, fileName, bytes, by, at, dispatch } }: { file: AttachmentView }) {
  const { view, now } = useDesk()
  const department = view.dispatches.find(one => one.id === dispatch)?.department
  return (
    <li>
      <FileIcon />
      <a href={addressOf(view.id, id)} download={fileName}>
        {fileName}
      </a>
      <span className={style.faint}>{sizeWords(bytes)}</span>
      <span className={style.faint}>
        {department ? `${department} ` : ''}
        {by} <time title={exactTime(at)}>{clockTime(at, now)}</time>
      </span>
    </li>
  )
}

const isUndecided = (error: unknown) => error instanceof ApiProblem && error.undecided

function AddFile() {
  const { view, take } = useDesk()
  const input = useRef<HTMLInputElement>(null)
  const [big, setBig] = useState(false)
  const add = useAddFile(view.id, take)
  const choose = (file: File | undefined) => {
    if (!file) return
    add.reset()
    setBig(isTooBig(file))
    if (!isTooBig(file)) add.mutate(chosen(file))
    if (input.current) input.current.value = '' // the same file may be chosen again
  }
  return (
    <>
      {(big || add.error) && (
        <Alert
          type="error"
          showIcon
          className={style.alert}
          title={big ? t('files.too-big') : problemWords(add.error)}
          {...(isUndecided(add.error) && {
            action: (
              <Button size="small" onClick={() => add.variables && add.mutate(add.variables)}>
                {t('act.retry')}
              </Button>
            )
          })}
        />
      )}
      <p className={style.add}>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('files.add')}
          accept={ACCEPTED}
          onChange={event => choose(event.target.files?.[0])}
        />
        <Button size="small" loading={slowly(add.isPending)} onClick={() => input.current?.click()}>
          {t('files.add')}
        </Button>
        <span className={style.faint}>{t('files.hint')}</span>
      </p>
    </>
  )
}
