import { Alert, Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useMay } from '../data/may.ts'
import { Failed } from '../frame/failed.tsx'
import { Loading } from '../frame/loading.tsx'
import { Notice } from '../frame/notice.tsx'
import { t } from '../language.ts'
import { problemWords } from '../problem-words.ts'
import style from './house.module.css'
import { KeptCards } from './kept-card.tsx'
import type { Kept, Kind } from './kind.ts'
import type { KindPart } from './kinds/kinds.ts'
import { PartHead } from './part-head.tsx'
import { goHouse, type HousePlace, NEW } from './place.ts'
import { Saved } from './saved.tsx'
import { SettingForm } from './setting-form.tsx'
import { SettingSheet } from './setting-sheet.tsx'
import { useKept, useSaving } from './settings-data.ts'
import { KnownContext, useKnowing } from './shape/known.ts'

type PartProps = { part: KindPart; kind: Kind; place: HousePlace; now: number }

/** One kind of setting: all that is kept of it, or the one that is open. */
export function SettingPart({ part, kind, place, now }: PartProps) {
  const { data, error, isPending, refetch } = useKept(part, kind)
  const known = useKnowing(kind.known ?? [])
  const mayChange = useMay()(kind.configure)
  const [gone, setGone] = useState<Kept>()
  const [saved, setSaved] = useState<{ id?: string }>()
  const forget = useCallback(() => setGone(undefined), [])
  if (isPending) return <Loading />
  if (!data) return <Failed title={t('house.failed')} error={error} onRetry={refetch} />
  const close = () => goHouse({ part })
  const lead = kind.isOne ? data[0] : kind.leads ? data.find(({ isInForce }) => isInForce) : undefined
  const open =
    place.item === undefined ? lead : (data.find(({ id }) => id === place.item) ?? (kind.isOne ? lead : undefined))
  return (
    <KnownContext value={known}>
      {(saved || gone) && (
        <div className={style.notice}>
          {saved && <Saved key={saved.id} what={kind.what} id={saved.id} onDone={() => setSaved(undefined)} />}
          {gone && <Gone key={gone.id} kind={kind} gone={gone} onBack={forget} />}
        </div>
      )}
      {open ? (
        <SettingSheet
          key={open.id}
          part={part}
          kind={kind}
          kept={open}
          all={data}
          shows={place.shows}
          isLead={open === lead}
          mayChange={mayChange}
          now={now}
          onSaved={id => {
            setGone(undefined)
            setSaved({ id })
          }}
          onGone={kept => {
            setSaved(undefined)
            setGone(kept)
          }}
        />
      ) : place.item === NEW && kind.blank && mayChange ? (
        <>
          <PartHead part={part} back={close} title={t('house.new', { what: t(`part.${part}`) })} />
          <SettingForm
            kind={kind}
            begin={kind.blank(data, now)}
            before={undefined}
            now={now}
            onClose={close}
            onSaved={() => {
              setSaved({})
              close()
            }}
          />
        </>
      ) : (
        <>
          <PartHead part={part}>
            {kind.blank && mayChange && (
              <Button type="primary" onClick={() => goHouse({ part, item: NEW })}>
                {t('house.add')}
              </Button>
            )}
          </PartHead>
          <div className={style.scroll}>
            {place.item !== undefined && place.item !== NEW && (
              <Alert type="info" showIcon title={t('house.not-there')} />
            )}
            {data.length === 0 && <Notice title={t('house.none')} hint={t(`part.${part}-none`)} />}
            <KeptCards part={part} all={data} />
          </div>
        </>
      )}
    </KnownContext>
  )
}

const GONE_FOR = 20_000 // ms

/** What was removed can be had back for a while. */
function Gone({ kind, gone, onBack }: { kind: Kind; gone: Kept; onBack: () => void }) {
  const saving = useSaving(kind, onBack)
  useEffect(() => {
    const timer = setTimeout(onBack, GONE_FOR)
    return () => clearTimeout(timer)
  }, [onBack])
  const back = () => saving.mutate({ value: gone.value, before: undefined })
  return (
    <Alert
      type={saving.error ? 'error' : 'success'}
      showIcon
      title={saving.error ? problemWords(saving.error) : t('house.removed', { title: gone.title })}
      action={
        <Button size="small" disabled={saving.isPending} onClick={back}>
          {t('undo.do')}
        </Button>
      }
    />
  )
}
