import type { LetterView } from '@huiyin/schemas/api-letters.ts'
import { Button } from 'antd'
import { known, t } from '../language.ts'
import { BackIcon, FileIcon } from '../marks/icons.tsx'
import marks from '../marks/marks.module.css'
import { LevelMark } from '../marks/marks.tsx'
import card from '../pane/card.module.css'
import { clockTime } from '../time.ts'
import { LetterWay } from './letter-way.tsx'
import style from './letters.module.css'
import { goLetter } from './place.ts'

type Head = Pick<LetterView, 'title' | 'about' | 'urgent' | 'level' | 'by' | 'madeAt'>

export const LetterHead = ({ letter, now }: { letter: Head; now: number }) => (
  <header className={style.head}>
    <div className={card.line}>
      <Button
        type="text"
        icon={<BackIcon />}
        aria-label={t('letters.back')}
        className={style.back}
        onClick={() => goLetter({ open: undefined })}
      />
      <h2>{letter.title}</h2>
    </div>
    <p className={card.line}>
      <span className={marks.mark}>{t(`letter.about.${letter.about}`)}</span>
      {letter.urgent && <span className={`${marks.mark} ${marks.urgent}`}>{t('letter.urgent')}</span>}
      {letter.level && <LevelMark level={letter.level} />}
      <span className={card.faint}>{t('letter.by', { who: whoOf(letter.by), at: clockTime(letter.madeAt, now) })}</span>
    </p>
  </header>
)

const whoOf = ({ id, name }: Head['by']) =>
  id.startsWith('system:') ? (known(`actor.${name}`) ?? t('actor.system')) : name

type Words = Pick<LetterView, 'about' | 'of' | 'lines' | 'files'> & { path?: string | undefined }

/** What it says, what goes with it, and the way to what it tells of. */
export const LetterWords = ({ letter }: { letter: Words }) => (
  <section className={style.block} aria-label={t('letter.lines')}>
    {letter.lines.map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
      <p key={i}>{line}</p>
    ))}
    {letter.files.length > 0 && (
      <p className={style.files}>
        {t('letter.files')}
        {letter.files.map(({ sha256, name }) => (
          <span key={sha256}>
            <FileIcon /> {name}
          </span>
        ))}
      </p>
    )}
    <p>
      <LetterWay letter={letter} />
    </p>
  </section>
)
