import type { House } from '@huiyin/adapters/house.ts'
import { type Adoption, openGuard } from '@huiyin/ports/environment.ts'

/** Makes the installation behind these ports the one that alerts (R45). */
export const adoptHere = ({
  store,
  ...of
}: Pick<House, 'fingerprint' | 'clock' | 'logger'> & { store: Pick<House['store'], 'records'> }): Promise<Adoption> =>
  openGuard(store.records, of).adopt()
