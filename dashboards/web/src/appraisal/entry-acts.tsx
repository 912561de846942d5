import type { EntryView } from '@huiyin/schemas/api-register.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../data/may.ts'
import { type EntryAct, useEntryAct } from '../data/register.ts'
import { useMe } from '../data/session.ts'
import { ActForm } from '../form/act-form.tsx'
import type { FormSpec } from '../form/spec.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './appraisal.module.css'
import { answerForm, appealForm, dropForm, evidenceForm, ruleForm } from './entry-forms.ts'
import { readsAll } from './reads-all.ts'
import { ticketsNamed } from './tickets-named.ts'
import { useConsequences } from './use-consequences.ts'

/** What one may do with an entry as it stands; whoever entered it does not decide it. */
export function EntryActs({ entry, now }: { entry: EntryView; now: number }) {
  const [asking, setAsking] = useState<FormSpec<EntryAct | Promise<EntryAct>>>()
  const [refused, setRefused] = useState<unknown>()
  const act = useEntryAct(entry)
  const offers = useOffers(entry, now)
  if (offers.length === 0) return null
  const give = async (given: EntryAct | Promise<EntryAct>) => {
    setRefused(undefined)
    try {
      await act.mutateAsync(await given)
      setAsking(undefined)
    } catch (error) {
      setRefused(error)
    }
  }
  return (
    <>
      <div className={style.acts}>
        {offers.map(({ words, main, form }) => (
          <Button
            key={form.id}
            type={main ? 'primary' : 'default'}
            disabled={act.isPending || asking?.id === form.id}
            onClick={() => setAsking(form)}
          >
            {words}
          </Button>
        ))}
      </div>
      {refused !== undefined && <Alert type="error" showIcon title={problemWords(refused)} />}
      {asking && (
        <ActForm
          key={asking.id}
          spec={asking}
          busy={act.isPending}
          onGive={give}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

type Offer = { words: string; main?: true; form: FormSpec<EntryAct | Promise<EntryAct>> }

function useOffers(entry: EntryView, now: number): Offer[] {
  const may = useMay()
  const me = useMe()
  const consequences = useConsequences(may('settings.read'))
  const { state, by, subject, training, appeals, ruling } = entry
  const isAboutMe = subject.kind === 'person' && subject.id === me?.id && !training
  const decides = may('register.decide') && !isAboutMe
  const isThird = ![by.id, ruling?.by.id, appeals.at(-1)?.by.id].includes(me?.id)
  const isOwn = isAboutMe || !readsAll(me)
  const offers: (Offer | false)[] = [
    state === 'proposed' &&
      decides &&
      by.id !== me?.id && { words: t('register.rule'), main: true, form: ruleForm(entry) },
    state === 'appealed' &&
      decides &&
      isThird && { words: t('register.answer'), main: true, form: answerForm(entry, consequences) },
    entry.appealable &&
      may('register.appeal') &&
      isOwn && { words: t('register.appeal'), main: true, form: appealForm(entry, now) },
    (state === 'proposed' || state === 'appealed') &&
      may('register.evidence') && { words: t('register.add-evidence'), form: evidenceForm(ticketsNamed) },
    state === 'proposed' &&
      may('register.write') &&
      (by.id === me?.id || may('register.decide')) && {
        words: t(by.id === me?.id ? 'register.take-back' : 'register.refuse'),
        form: dropForm(by.id === me?.id)
      }
  ]
  return offers.filter(offer => offer !== false)
}
