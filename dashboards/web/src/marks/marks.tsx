import type { TicketRow } from '@huiyin/schemas/api.ts'
import type { Label, RiskLevel, SentimentName } from '@huiyin/schemas/names.ts'
import { t } from '../language.ts'
import { AlarmIcon, EyeIcon, FaceIcon, LevelIcon, NoteIcon, PersonIcon } from './icons.tsx'
import style from './marks.module.css'

/** What a row says in one glance. Every mark has a word; colour only repeats it. */

const BARS = { blue: 1, yellow: 2, orange: 3, red: 4 } as const satisfies Record<RiskLevel, number>

export const LevelMark = ({ level, score }: { level: RiskLevel; score?: number }) => (
  <span
    className={`${style.mark} ${style[level]}`}
    title={score === undefined ? undefined : t('level.hint', { score, level: t(`level.${level}`) })}
  >
    <LevelIcon filled={BARS[level]} />
    {t(`level.${level}`)}
    {score !== undefined && <span className={style.score}>{score}</span>}
  </span>
)

export const LabelMark = ({ label }: { label: Label }) => <span className={style.mark}>{t(`label.${label}`)}</span>

export const UrgentMark = () => (
  <span className={`${style.mark} ${style.urgent}`}>
    <AlarmIcon />
    {t('urgent')}
  </span>
)

type Doubt = Pick<TicketRow, 'label' | 'confidence' | 'reviewWhy'>

export const ReviewMark = ({ row: { label, confidence, reviewWhy = 'unsure' } }: { row: Doubt }) => (
  <span
    className={`${style.mark} ${style.review}`}
    title={t(`review.${reviewWhy}`, { label: t(`label.${label}`), confidence: `${Math.round(confidence * 100)}%` })}
  >
    <EyeIcon />
    {t(`review.mark.${reviewWhy}`)}
  </span>
)

export const SentimentMark = ({ sentiment }: { sentiment: SentimentName }) => (
  <span
    className={`${style.plain} ${sentiment === 'negative' ? style.late : sentiment === 'positive' ? style.good : ''}`}
  >
    <FaceIcon mood={sentiment} />
    {t(`sentiment.${sentiment}`)}
  </span>
)

export const TakenMark = ({ who }: { who: string }) => (
  <span className={`${style.plain} ${style.good}`}>
    <PersonIcon />
    {t('acknowledged', { who })}
  </span>
)

export const AssignedMark = ({ who }: { who: string }) => (
  <span className={style.plain}>
    <PersonIcon />
    {t('work.with', { who })}
  </span>
)

const FEW = 3

/** The first few of the office's own words for a ticket. */
export const TagMarks = ({ tags }: { tags: readonly string[] }) => (
  <>
    {tags.slice(0, FEW).map(tag => (
      <span key={tag} className={`${style.mark} ${style.tag}`}>
        {tag}
      </span>
    ))}
    {tags.length > FEW && (
      <span className={`${style.mark} ${style.tag}`} title={tags.slice(FEW).join(t('facts.and'))}>
        +{tags.length - FEW}
      </span>
    )}
  </>
)

export const NoteMark = ({ count }: { count: number }) => (
  <span className={style.plain} title={t('notes.count', { count })}>
    <NoteIcon />
    {count}
    <span className="visually-hidden">{t('notes')}</span>
  </span>
)

/** Urgency, risk, label and doubt, the gravest first. */
export const Marks = ({ row }: { row: TicketRow }) => (
  <>
    {row.urgent && <UrgentMark />}
    <LevelMark level={row.risk.level} score={row.risk.score} />
    <LabelMark label={row.label} />
    {row.review && <ReviewMark row={row} />}
  </>
)

type Case = Pick<TicketRow, 'locked' | 'watched' | 'undecided' | 'exhausted' | 'dispatchedTo' | 'cycle' | 'joined'>

/** How the case stands with heads, departments and those who watch it; nothing where all is ordinary. */
export const CaseMarks = ({ row }: { row: Case }) => (
  <>
    {row.exhausted && <span className={`${style.mark} ${style.red}`}>{t('mark.exhausted')}</span>}
    {row.locked && <span className={`${style.mark} ${style.orange}`}>{t('mark.locked')}</span>}
    {row.watched && <span className={`${style.mark} ${style.yellow}`}>{t('mark.watched')}</span>}
    {row.undecided > 0 && <span className={`${style.mark} ${style.review}`}>{t('mark.undecided')}</span>}
    {row.dispatchedTo && (
      <span className={style.mark}>
        {t(row.dispatchedTo.signed ? 'mark.with' : 'mark.to-sign', { department: row.dispatchedTo.department })}
      </span>
    )}
    {row.cycle > 1 && <span className={style.mark}>{t('mark.cycle', { cycle: row.cycle })}</span>}
    {row.joined !== undefined && <span className={style.mark}>{t('mark.joined', { number: row.joined })}</span>}
  </>
)
