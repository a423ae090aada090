// In: what a page says of itself, as data. Out: the elements of its head. A line end in a value is written as `&#10;`: tools that tidy
// markup would make a blank of it, and the lines of `z:extra` are read one by one.

import type { HeadElement } from '#study';

export const headHtml = (elements: readonly HeadElement[]): string => elements.map(elementHtml).join('\n');

function elementHtml(element: HeadElement): string {
  switch (element.tag) {
    case 'meta':
      return 'name' in element
        ? `<meta${attribute('name', element.name)}${attribute('content', element.content)}>`
        : `<meta${attribute('property', element.property)}${attribute('content', element.content)}>`;
    case 'link':
      return `<link${attribute('rel', element.rel)}${attribute('href', element.href)}${element.type === undefined ? '' : attribute('type', element.type)}>`;
    case 'script-jsonld':
      return `<script type="application/ld+json">${element.json}</script>`;
  }
}

const attribute = (name: string, value: string): string => ` ${name}="${value.replace(/[&"<>\n\r\t]/g, reference)}"`;

const reference = (character: string): string => `&#${String(character.charCodeAt(0))};`;
