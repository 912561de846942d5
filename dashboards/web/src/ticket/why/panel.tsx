import type { RiskReason } from '@huiyin/schemas/classification.ts'
import { t } from '../../language.ts'
import { LevelMark } from '../../marks/marks.tsx'
import { type Judgement, type Subject, spansOf } from './judgement.ts'
import { quotes } from './parts.ts'
import { departmentWords, percent, points, reasonWords, sumOf } from './risk-words.ts'
import { Row } from './row.tsx'
import style from './why.module.css'

type PanelProps = {
  text: string
  of: Judgement
  /** The subject whose words are kept in the text. */
  chosen: Subject
  onShow: (subject: Subject | undefined) => void
  onChoose: (subject: Subject) => void
}

/** What a model said of a comment, answer by answer, and its risk as a sum that one can check. */
export function Panel({ text, of, chosen, onShow, onChoose }: PanelProps) {
  const { label, confidence, sentiment, departments, office, places = [], risk } = of
  const about = (subject: Subject) => ({
    subject,
    words: quotes(text, spansOf(of, subject)),
    chosen: chosen === subject,
    onShow,
    onChoose
  })
  const weightiestFirst = risk.reasons
    .map((reason, at) => ({ reason, subject: `risk-${at}` as const }))
    .sort((a, b) => b.reason.points - a.reason.points)
  return (
    <div className={style.panel}>
      <Row {...about('label')} name={t('why.label')}>
        {t(`label.${label}`)} {percent(confidence)}
      </Row>
      <Row {...about('sentiment')} name={t('why.sentiment')}>
        {t(`sentiment.${sentiment.name}`)}
      </Row>
      <Row {...about('department')} name={t('why.department')}>
        {departments.length === 0
          ? t('why.no-department')
          : departments.map(({ name, confidence }) => `${departmentWords(name)} ${percent(confidence)}`).join(' · ')}
        {office !== undefined && <span className={style.office}>{t('why.office', { office })}</span>}
      </Row>
      {places.length > 0 && <Row {...about('place')} name={t('why.place')} />}
      <p className={style.heading}>
        <span>{t('why.risk')}</span>
        {risk.reasons.length === 0 && <span className={style.faint}>{t('why.no-reasons')}</span>}
      </p>
      {weightiestFirst.map(({ reason, subject }) => (
        <Row key={subject} {...about(subject)} name={reasonWords(reason.code)} points={points(reason.points)}>
          <Kind of={reason} />
        </Row>
      ))}
      <Sum of={of} />
    </div>
  )
}

/** What kind of reason it is, and what it rests on where that is not a word of the text. */
const Kind = ({ of: { kind, evidence, at } }: { of: RiskReason }) => (
  <>
    <span className={kind === 'danger-now' ? style.danger : style.faint}>{t(`risk-kind.${kind}`)}</span>
    {at === undefined && evidence !== undefined && <span>{evidence}</span>}
  </>
)

function Sum({ of: { risk } }: { of: Judgement }) {
  const sum = sumOf(risk.reasons)
  return (
    <p className={style.sum}>
      <span>{t('why.sum')}</span>
      <span className={style.faint}>
        {[
          ...(sum > risk.score ? [t('why.capped', { sum, score: risk.score })] : []),
          ...(risk.reasons.some(({ kind }) => kind === 'danger-now') ? [t('why.urgent')] : [])
        ].join(' · ')}
      </span>
      <LevelMark level={risk.level} score={risk.score} />
    </p>
  )
}
