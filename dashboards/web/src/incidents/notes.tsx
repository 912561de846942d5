import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { ActForm } from '../form/act-form.tsx'
import { t } from '../language.ts'
import { FileIcon } from '../marks/icons.tsx'
import { isWeb } from '../ticket/facts.tsx'
import { clockTime, exactTime } from '../time.ts'
import { noteForm } from './incident-forms.ts'
import type { PartProps } from './incident-sheet.tsx'
import style from './sheet.module.css'

/** The investigation's log, the newest first. */
export function Notes({ view, acting, now }: PartProps) {
  const handles = useMay()('incident.handle')
  const [asking, setAsking] = useState(false)
  const notes = [...view.notes].reverse()
  return (
    <section className={style.block} aria-label={t('incident.notes')}>
      <div className={style.blockHead}>
        <h3>{t('incident.notes')}</h3>
        {handles && !asking && (
          <Button size="small" onClick={() => setAsking(true)}>
            {t('incident.note')}
          </Button>
        )}
      </div>
      {asking && (
        <ActForm
          spec={noteForm()}
          busy={acting.isPending}
          onGive={act => acting.mutate(act, { onSuccess: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
        />
      )}
      {notes.length === 0 && !asking && <p className={style.quiet}>{t('incident.notes.none')}</p>}
      <ol className={style.stack}>
        {notes.map(({ id, text, by, at, links, files }) => (
          <li key={id} className={style.told}>
            <p className={style.byline}>
              <strong>{by.name}</strong>
              <time title={exactTime(at)}>{clockTime(at, now)}</time>
            </p>
            <p className={style.words}>{text}</p>
            {links.filter(isWeb).map(link => (
              <p key={link}>
                <a href={link} target="_blank" rel="noreferrer">
                  {link}
                </a>
              </p>
            ))}
            {files.map(file => (
              <p key={file.sha256} className={style.quiet}>
                <FileIcon /> {file.name}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
