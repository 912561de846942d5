import { useMay } from '../data/may.ts'
import { Notice } from '../frame/notice.tsx'
import { learnWords, t } from '../language.ts'
import type { ViewProps } from '../views.tsx'
import { HOUSE_WORDS } from '../words-house.ts'
import { FilePart } from './file-part.tsx'
import style from './house.module.css'
import { KINDS } from './kinds/kinds.ts'
import { ACTION_OF_PART } from './parts.ts'
import { PartsList } from './parts-list.tsx'
import { type HousePlace, useHousePlace } from './place.ts'
import { SettingPart } from './setting-part.tsx'
import { StartPart } from './start-part.tsx'
import { TokensPart } from './tokens-part.tsx'
import { WebhooksPart } from './webhooks-part.tsx'

learnWords(HOUSE_WORDS)

/** What the office decides for its house: the parts at the left, the one that is open beside them. */
export function HouseView({ now }: ViewProps) {
  const place = useHousePlace()
  return (
    <div className={style.house} data-part={place.part ?? ''}>
      <PartsList here={place.part} now={now} />
      <section className={style.part} aria-label={t(place.part ? `part.${place.part}` : 'view.house')}>
        <OpenPart place={place} now={now} />
      </section>
    </div>
  )
}

function OpenPart({ place, now }: { place: HousePlace; now: number }) {
  const may = useMay()
  const { part } = place
  if (!part) return <StartPart now={now} />
  if (!may(ACTION_OF_PART[part])) return <Notice title={t('view.not-yours')} hint={t('view.not-yours-hint')} />
  if (part === 'file') return <FilePart now={now} />
  if (part === 'tokens') return <TokensPart now={now} />
  if (part === 'webhooks') return <WebhooksPart item={place.item} now={now} />
  return <SettingPart key={part} part={part} kind={KINDS[part]} place={place} now={now} />
}
