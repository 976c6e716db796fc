// bpmnlint is written in CommonJS and says nothing of its types where they are looked for.
declare module 'bpmnlint' {
  export interface LintReport {
    readonly id?: string
    readonly message: string
    /** `rule-error` when the rule itself failed. */
    readonly category: string
  }

  export interface LinterOptions {
    readonly config: { readonly rules: Readonly<Record<string, unknown>> }
    readonly resolver: {
      resolveRule(pkg: string, name: string): unknown
      resolveConfig(pkg: string, name: string): unknown
    }
  }

  export const Linter: new (options: LinterOptions) => {
    lint(root: unknown): Promise<Record<string, readonly LintReport[]>>
  }
}

declare module 'bpmnlint/rules/*' {
  /** Makes a rule; only the linter looks into it. */
  const factory: (options: unknown) => unknown
  export default factory
}
