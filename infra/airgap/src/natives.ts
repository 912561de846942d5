import type { Package } from './packed.ts'

export type Arch = 'x64' | 'arm64'

interface Locked {
  version?: string
  integrity?: string
  dev?: boolean
  cpu?: string[]
  os?: string[]
  libc?: string[]
}

/** The packages with machine code that production needs on Linux with glibc, by where they go in node_modules. */
export function nativePackages(lock: { packages: Record<string, Locked> }, arch: Arch): Map<string, Package> {
  const found = new Map<string, Package>()
  for (const [path, { version, integrity, dev, cpu, os, libc }] of Object.entries(lock.packages)) {
    if (dev || !cpu?.includes(arch) || !os?.includes('linux') || libc?.includes('musl')) continue
    if (version && integrity) found.set(path, { name: path.replace(/^.*node_modules\//, ''), version, integrity })
  }
  return found
}

/** Node itself, as the registry has it for each machine; proved by these digests. */
export const NODE = {
  version: '24.21.0',
  integrity: {
    x64: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    arm64: 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g=='
  }
} as const satisfies { version: string; integrity: Record<Arch, string> }

export const nodePackage = (arch: Arch): Package => ({
  name: `node-linux-${arch}`,
  version: NODE.version,
  integrity: NODE.integrity[arch]
})
