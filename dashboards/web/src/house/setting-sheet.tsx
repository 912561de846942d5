import { Alert, Button } from 'antd'
import { slowly } from '../form/busy.ts'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import { History } from './history.tsx'
import style from './house.module.css'
import { KeptCards, Marks } from './kept-card.tsx'
import type { Kept, Kind } from './kind.ts'
import { PartHead } from './part-head.tsx'
import type { Part } from './parts.ts'
import { goHouse, type HousePlace } from './place.ts'
import { SettingForm } from './setting-form.tsx'
import { useRemoving } from './settings-data.ts'
import { Told } from './shape/told.tsx'
import { wrongOf } from './shape/wrong.ts'

type SheetProps = {
  part: Part
  kind: Kind
  kept: Kept
  all: readonly Kept[]
  shows: HousePlace['shows']
  /** It is shown without being chosen: the only one, or the version in force. */
  isLead: boolean
  mayChange: boolean
  now: number
  onSaved: (id: string) => void
  onGone: (kept: Kept) => void
}

/** One setting wholly: as it stands, edited, or what it was. */
export function SettingSheet({ part, kind, kept, all, shows, isLead, mayChange, now, onSaved, onGone }: SheetProps) {
  const removing = useRemoving(kind, gone => {
    onGone(gone)
    goHouse({ part })
  })
  const item = kind.isOne ? {} : { item: kept.id }
  const show = (next: HousePlace['shows']) => goHouse({ part, ...item, ...(next && { shows: next }) })
  const back = shows ? () => show(undefined) : isLead ? undefined : () => goHouse({ part })
  const title = isLead ? t(`part.${part}`) : kept.title
  const changes = mayChange && !kept.isPast
  const marks = <Marks kept={kept} />
  if (shows === 'edit' && changes)
    return (
      <>
        <PartHead part={part} title={title} marks={marks} back={back} />
        <SettingForm
          kind={kind}
          begin={kind.begin ? kind.begin(kept, all, now) : kept.value}
          before={kept}
          now={now}
          onClose={() => show(undefined)}
          onSaved={() => {
            onSaved(kept.revised ?? kept.id)
            if (kind.begin && !kind.isOne) goHouse({ part })
            else show(undefined)
          }}
        />
      </>
    )
  return (
    <>
      <PartHead part={part} title={title} marks={marks} back={back}>
        {kind.what && (
          <Button onClick={() => show(shows === 'history' ? undefined : 'history')}>
            {t(shows === 'history' ? 'house.as-it-is' : 'house.history')}
          </Button>
        )}
        {changes && kind.remove && !kept.stays && (
          <Button loading={slowly(removing.isPending)} onClick={() => removing.mutate(kept)}>
            {t(kind.removing ?? 'house.remove')}
          </Button>
        )}
        {changes && (
          <Button type="primary" onClick={() => show('edit')}>
            {t('house.edit')}
          </Button>
        )}
      </PartHead>
      <div className={style.scroll}>
        {removing.error && <Alert type="error" showIcon title={problemWords(removing.error)} />}
        {shows === 'history' && kind.what ? (
          <History kind={kind} what={kind.what} kept={kept} mayChange={mayChange} now={now} />
        ) : (
          <>
            {kept.problems?.map(wrongOf).map(({ words }) => (
              <Alert key={words} type="warning" showIcon title={words} />
            ))}
            {kept.note && !kind.begin && <p className={style.note}>{kept.note}</p>}
            <Told shape={kind.shape} value={kept.value} now={now} />
            {isLead && all.length > 1 && (
              <section className={style.beside} aria-label={t('house.other-versions')}>
                <h3>{t('house.other-versions')}</h3>
                <KeptCards part={part} all={all.filter(one => one !== kept)} />
              </section>
            )}
            {kind.Beside && <kind.Beside kept={kept} now={now} may={mayChange} />}
          </>
        )}
      </div>
    </>
  )
}
