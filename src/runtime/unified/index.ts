/** Unified sign-in: a provider vouches for people, its groups say what they are here. */
export { readGroupRoles, roleOfGroups } from './group-roles.js'
export type { GroupRole } from './group-roles.js'
export { createProvider } from './provider.js'
export type { Journey, Provider, ProviderSettings, Vouched } from './provider.js'
export { isVouchedFor, unifiedSignIn } from './unified-sign-in.js'
