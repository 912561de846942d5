import { useEffect, useId, useRef, useState } from 'react'
import { t } from '../../language.ts'
import { type Judgement, markOf, type Subject, spansOf } from './judgement.ts'
import { Panel } from './panel.tsx'
import { within } from './parts.ts'
import { reasonWords } from './risk-words.ts'
import style from './why.module.css'
import { MarkedWords } from './words.tsx'

type JudgedProps = {
  text: string
  /** How the text looks. */
  className: string | undefined
  of: Judgement
  /** Who has set another judgement in its place. */
  correctedBy: string | undefined
  /** Opens the corrections, where the comment is one that can be corrected. */
  onCorrect: (() => void) | undefined
}

/** A citizen's words, and why they were judged as they were, for who asks. */
export function JudgedWords({ text, className, of, correctedBy, onCorrect }: JudgedProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<Subject>('label')
  const [shown, setShown] = useState<Subject>()
  const panel = useId()
  const words = useRef<HTMLParagraphElement>(null)
  const end = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!open) return
    end.current?.scrollIntoView({ block: 'nearest' })
    words.current?.scrollIntoView({ block: 'nearest' }) // whatever else does not fit
  }, [open])
  const subject = shown ?? chosen
  const spans = open ? within(text, spansOf(of, subject)) : []
  return (
    <>
      <p className={className} ref={words}>
        <MarkedWords text={text} spans={spans} kind={markOf(subject)} />
      </p>
      <p className={style.controls}>
        <button
          type="button"
          className={style.quiet}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'why.close' : 'why.open')}
        </button>
        {open && onCorrect && (
          <button type="button" className={style.quiet} onClick={onCorrect}>
            {t('correct.open')}
          </button>
        )}
      </p>
      {open && (
        <section id={panel} aria-label={t('why.title')} className={style.why}>
          <p className={style.caption}>{spans.length === 0 ? t('why.no-words') : captionOf(of, subject)}</p>
          {correctedBy !== undefined && <p className={style.faint}>{t('why.corrected', { who: correctedBy })}</p>}
          <Panel text={text} of={of} chosen={chosen} onShow={setShown} onChoose={setChosen} />
          <p className={style.model} ref={end}>
            {t('why.model', { model: of.model })}
          </p>
        </section>
      )}
    </>
  )
}

/** Which words are underlined, and how. */
function captionOf(of: Judgement, subject: Subject): string {
  const code = of.risk.reasons[Number(subject.replace('risk-', ''))]?.code
  const kind = markOf(subject)
  return t(`why.shows.${kind}`, code === undefined ? {} : { reason: reasonWords(code) })
}
