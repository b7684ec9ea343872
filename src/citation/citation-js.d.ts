declare module '@citation-js/core' {
  interface Style {
    useIdAsLabel: boolean;
    asciiOnly: boolean;
  }
  interface Core {
    readonly Cite: new (data: readonly object[]) => { format(output: 'bibtex'): string };
    readonly plugins: { readonly config: { get(plugin: '@bibtex'): { readonly format: Style } } };
  }
  const core: Core;
  export default core;
}

declare module '@citation-js/plugin-bibtex' {}
