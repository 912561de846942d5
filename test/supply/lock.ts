/** A package as package-lock.json (version 3) has it. */
export interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  hasInstallScript?: boolean
  dev?: boolean
}

export interface Lock {
  lockfileVersion: number
  packages: Record<string, Locked>
}

export interface Allowed {
  registry: string
  licences: readonly string[]
  /** Name and version of packages that state another licence or none, and why they may stay. */
  otherLicences: Readonly<Record<string, string>>
  /** Name and version of packages that run something when they are installed, and why. */
  installScripts: Readonly<Record<string, string>>
}

/** Packages from elsewhere than this repository. */
export const foreign = ({ packages }: Lock): [name: string, of: Locked][] =>
  Object.entries(packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && !link)
    .map(([path, of]) => [`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${of.version}`, of])

/** What in a lock file must not be, a sentence each. */
export function lockProblems(lock: Lock, allowed: Allowed): string[] {
  if (lock.lockfileVersion !== 3) return [`Expected lockfileVersion 3; ${lock.lockfileVersion} came`]
  const names = new Set<string>()
  const problems = foreign(lock).flatMap(([name, of]) => {
    names.add(name)
    return [
      // npm leaves `resolved` out where it is the registry's own address; anything else is written there
      ...(of.resolved !== undefined && !of.resolved.startsWith(allowed.registry)
        ? [`${name} comes from ${of.resolved}`]
        : []),
      ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(of.integrity ?? '') ? [] : [`${name} has no sha512`]),
      ...(of.hasInstallScript && !(name in allowed.installScripts)
        ? [`${name} runs a script when it is installed`]
        : []),
      ...licenceProblems(name, of, allowed)
    ]
  })
  const unused = [...Object.keys(allowed.otherLicences), ...Object.keys(allowed.installScripts)]
  return [
    ...problems,
    ...unused.filter(name => !names.has(name)).map(name => `${name} is allowed and not there any more`)
  ]
}

function licenceProblems(name: string, { license = 'none' }: Locked, { licences, otherLicences }: Allowed): string[] {
  const choices = license.replace(/^\(|\)$/g, '').split(' OR ')
  const isAllowed = choices.some(one => one.split(' AND ').every(part => licences.includes(part)))
  return isAllowed || name in otherLicences ? [] : [`${name} has the licence ${license}`]
}
