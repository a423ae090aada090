// In: forms of a citation in the page (`data-form`). Out: a button beside each, which copies it; with `data-from` a row of buttons that
// copy forms of another box, by its id.

import { copyRich } from './copy-rich.ts';

class CopyForms extends HTMLElement {
  connectedCallback(): void {
    if (this.querySelector('button') !== null) return;
    const { from } = this.dataset;
    if (from === undefined) {
      for (const form of formsOf(this))
        form.append(this.button(form, this.dataset['copy'] ?? '', form.dataset['name']));
      return;
    }
    const wanted = (this.dataset['forms'] ?? '').split(' ');
    const box = document.getElementById(from);
    if (box === null) return;
    for (const form of formsOf(box)) {
      if (!wanted.includes(form.dataset['form'] ?? '')) continue;
      const name = form.querySelector('summary')?.textContent ?? this.dataset['text'] ?? '';
      this.append(this.button(form, name), ' ');
    }
    this.hidden = false;
  }

  private button(form: HTMLElement, label: string, title?: string): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    if (title !== undefined) button.setAttribute('aria-label', title);
    button.addEventListener('click', () => void this.copy(form, button, label));
    return button;
  }

  private async copy(form: HTMLElement, button: HTMLButtonElement, label: string): Promise<void> {
    const text = form.querySelector<HTMLElement>('pre, p');
    const copied = await copyRich(text?.textContent ?? '', text?.dataset['html']);
    button.textContent = (copied ? this.dataset['copied'] : this.dataset['byHand']) ?? '';
    this.say(button.textContent);
    setTimeout(() => (button.textContent = label), 2_000);
  }

  /** For those who hear the page; it is emptied first so that the same words can be said again. */
  private say(words: string): void {
    const status = this.querySelector('[role=status]') ?? this.appendChild(document.createElement('span'));
    status.className = 'unseen';
    status.setAttribute('role', 'status');
    status.textContent = '';
    setTimeout(() => (status.textContent = words));
  }
}

const formsOf = (box: HTMLElement): readonly HTMLElement[] => [...box.querySelectorAll<HTMLElement>('[data-form]')];

customElements.define('copy-forms', CopyForms);
