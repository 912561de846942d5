import type { Proposal, ProposalAnswer, ProposalSource } from '@huiyin/schemas/api-proposals.ts'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Composition } from '../../data/drafts.ts'
import { api, told, within } from '../../data/http.ts'
import { slowly } from '../../form/busy.ts'
import { language, t } from '../../language.ts'
import { EyeIcon } from '../../marks/icons.tsx'
import { problemWords } from '../../problem-words.ts'
import style from './reply.module.css'

const PATIENCE = 40_000 // ms: the assistant itself is given up after 30 s

/** Asks for words; nothing of the ticket changes by it. */
export function useProposal(ticket: string) {
  return useMutation({
    mutationFn: (): Promise<ProposalAnswer> =>
      told(api.POST('/api/tickets/{id}/proposals', { params: { path: { id: ticket } }, fetch: within(PATIENCE) }))
  })
}

type Asked = ReturnType<typeof useProposal>

export const ProposeButton = ({ asked }: { asked: Asked }) => (
  <Button size="small" title={t('propose.hint')} loading={slowly(asked.isPending)} onClick={() => asked.mutate()}>
    {t('propose.open')}
  </Button>
)

type ProposedProps = { asked: Asked; draft: Composition; onChange: (draft: Composition) => void }

/** What a machine proposes, marked as such, with its sources; a person takes it into the box, or not. */
export function Proposed({ asked, draft, onChange }: ProposedProps) {
  const { data, error } = asked
  if (error) return <p className={style.note}>{problemWords(error)}</p>
  if (data?.none) return <p className={style.note}>{data.none[language()]}</p>
  if (!data?.proposal) return null
  const { proposal } = data
  const use = () => {
    onChange({ ...draft, text: proposal.text, proposal: proposal.id, template: undefined })
    asked.reset()
  }
  return (
    <section className={style.proposal} aria-label={t('propose.open')}>
      <p className={style.machine}>
        <EyeIcon />
        <strong>{proposal.notice[language()]}</strong>
        <span className={style.faint}>{t('propose.model', { model: proposal.model })}</span>
      </p>
      <p className={style.proposed}>{proposal.text}</p>
      <Doubts of={proposal} />
      <div className={style.acts}>
        <Button size="small" type="primary" onClick={use}>
          {t('propose.use')}
        </Button>
        <Button size="small" onClick={() => asked.reset()}>
          {t('propose.drop')}
        </Button>
      </div>
    </section>
  )
}

const nameOf = (of: ProposalSource) =>
  of.kind === 'template' ? t('propose.template', { name: of.name }) : t('propose.reply', { number: of.number })

const Doubts = ({ of: { sources, unfounded, unfilled } }: { of: Proposal }) => (
  <>
    <p className={style.faint}>
      {t('propose.sources')}
      {sources.map(nameOf).join(t('facts.and'))}
    </p>
    {unfounded.length > 0 && (
      <p className={style.doubt} role="alert">
        {t('propose.unfounded', { numbers: unfounded.join(t('facts.and')) })}
      </p>
    )}
    {unfilled.length > 0 && (
      <p className={style.doubt}>{t('propose.unfilled', { names: unfilled.join(t('facts.and')) })}</p>
    )}
  </>
)
