import type { NoteView } from '@huiyin/schemas/api.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../../language.ts'
import { clockTime, exactTime } from '../../time.ts'
import { mayDo, useDesk } from '../desk.ts'
import ticketStyle from '../ticket.module.css'
import { parts } from './colleagues.ts'
import { NoteBox } from './note-box.tsx'
import style from './work.module.css'

/** What people tell each other about a ticket; nobody outside ever reads it. */
export function Notes() {
  const { view, now } = useDesk()
  const [writing, setWriting] = useState(false)
  const may = mayDo(view, 'note')
  if (!may && view.notes.length === 0) return null
  return (
    <section aria-label={t('notes')} className={style.notes}>
      <h3 className={ticketStyle.title}>
        {t('notes')} <span className={style.faint}>{t('notes.inside')}</span>
      </h3>
      {view.notes.length > 0 && (
        <ol className={style.list}>
          {view.notes.map(note => (
            <Note key={note.id} note={note} now={now} />
          ))}
        </ol>
      )}
      {writing ? (
        <NoteBox onEnd={() => setWriting(false)} />
      ) : (
        may && (
          <Button size="small" onClick={() => setWriting(true)}>
            {t('notes.write')}
          </Button>
        )
      )}
    </section>
  )
}

const Note = ({ note: { by, at, text, shared, mentions }, now }: { note: NoteView; now: number }) => (
  <li className={style.note}>
    <p className={style.byline}>
      <strong>{by.name}</strong>
      {by.department && <span>{by.department}</span>}
      <time title={exactTime(at)}>{clockTime(at, now)}</time>
      {shared && <span className={style.shared}>{t('notes.shared')}</span>}
    </p>
    <p className={style.words}>
      {parts(
        text,
        mentions.map(one => ({ ...one, role: '' }))
      ).map((part, at) =>
        part.who ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <span key={at} className={style.named}>
            {part.text}
          </span>
        ) : (
          part.text
        )
      )}
    </p>
  </li>
)
