// In: nothing. Out: exports/catena.sty, the LaTeX package that links a paper to its evidence: hand-written and static; what it knows of
// a study it reads from catena-<study>.def. It is a text in a module and no file in public/: all exports are then listed, with size and
// digest, from one list, and src/study reads no disk. CITING.md section 6; tried with pdfLaTeX, XeLaTeX and LuaLaTeX of TeX Live 2022.

import type { ExportFormat } from './format.ts';

export const catenaSty: ExportFormat = {
  id: 'catena-sty',
  title: 'LaTeX package',
  purpose:
    'Commands such as \\ceexcerpt{s6-e12} that link a paper to the sources, excerpts, passages and codes of this review.',
  follows: 'LaTeX2e for class and package writers; interface3 (expl3)',
  files: () => [{ path: 'exports/catena.sty', mediaType: 'text/x-tex', write: () => [packageText] }],
};

const packageText = String.raw`% catena.sty: links from a paper to the evidence of a review that was published with Catena. Apache-2.0.
%   \usepackage[study=KEY]{catena}   reads catena-KEY.def, which lies beside this file on the review's site
%     base=ADDRESS                   the site has moved there
%     missing=warn                   an unknown id is a warning, not an error
%     pin                            keep in PAPER.pin which words each excerpt had when the paper first cited it, and warn
%                                    when a newer release has others; to accept them, delete the excerpt's line there
%     quotes                         read catena-KEY-quotes.def too, for \cequote
%   \cesource{s6}  \ceexcerpt{s6-e12}  \cepassage{s6-p3}  \cecode{access_control}  \cesources{s1,s4,s20}  \cestudy
%   \ceexcerpt[text of the link]{s6-e12}   \ceexcerpt*{s6-e12} (address in a footnote)   \cesourcetitle{s6}
%   \cequote{s6-e12} (its words, its source and the link; without quotation marks where they are a paraphrase)
% Works with and without hyperref, in headings and captions too. Ids are read without regard to case, since some
% classes print headings in capitals. For tables: longtable and booktabs; load xcolor with the option table for shades.
\NeedsTeXFormat{LaTeX2e}[2020/10/01]
\RequirePackage{l3keys2e,array,longtable,booktabs}
\ProvidesExplPackage{catena}{2024-01-01}{1.0}{Links to the evidence of a review}
\tl_new:N \g__catena_study_tl   \tl_new:N \g__catena_base_tl   \tl_new:N \g__catena_ownbase_tl
\tl_new:N \g__catena_release_tl \tl_new:N \g__catena_title_tl  \bool_new:N \g__catena_warn_bool
\bool_new:N \g__catena_quotes_bool \bool_new:N \g__catena_paraphrased_bool
\bool_new:N \g__catena_pin_bool \seq_new:N \g__catena_pins_seq \iow_new:N \g__catena_pins_iow
\str_new:N \l__catena_id_str    \str_new:N \l__catena_path_str \tl_new:N \l__catena_label_tl
\keys_define:nn { catena }
  {
    study   .tl_gset:N = \g__catena_study_tl ,
    base    .code:n = { \tl_gset:Nx \g__catena_ownbase_tl { \tl_to_str:n {#1} } } ,
    missing .choice: ,
    missing / warn  .code:n = { \bool_gset_true:N \g__catena_warn_bool } ,
    missing / error .code:n = { \bool_gset_false:N \g__catena_warn_bool } ,
    pin .bool_gset:N = \g__catena_pin_bool ,
    quotes .bool_gset:N = \g__catena_quotes_bool ,
  }
\ProcessKeysOptions { catena }
% --- what a .def file says: each id as written, and in lower case for the first that claims it
\NewDocumentCommand \CEstudy { m m m }
  {
    \tl_gset:Nx \g__catena_base_tl { \tl_if_empty:NTF \g__catena_ownbase_tl { \tl_to_str:n {#2} } { \g__catena_ownbase_tl } }
    \tl_gset:Nx \g__catena_release_tl { \tl_to_str:n {#3} }
  }
\NewDocumentCommand \CEtitle { m } { \tl_gset:Nn \g__catena_title_tl {#1} }
\NewDocumentCommand \CEdef   { m m m m } { \__catena_store:nnn {#1} {#2} { \__catena_entry:nnn {#2} {#3} {#4} } }
\NewDocumentCommand \CEmoved { m m m } { \__catena_store:nnn {#1} {#2} { \__catena_moved:nnn {#1} {#2} {#3} } }
\NewDocumentCommand \CEgone  { m m m } { \__catena_store:nnn {#1} {#2} { \__catena_gone:nnn {#1} {#2} {#3} } }
\cs_new_protected:Npn \__catena_store:nnn #1#2#3
  {
    \cs_gset_protected:cpn { __catena~#1~=\tl_to_str:n {#2} } {#3}
    \cs_if_exist:cF { __catena~#1~\str_lowercase:n {#2} }
      { \cs_gset_protected:cpn { __catena~#1~\str_lowercase:n {#2} } {#3} }
  }
\NewDocumentCommand \CEtext  { m m } { \tl_gset:cx { g__catena_text~\tl_to_str:n {#1} _tl } { \tl_to_str:n {#2} } }
\NewDocumentCommand \CEquote { m m m } { \tl_gset:cn { g__catena_quote~\tl_to_str:n {#1} _tl } { {#2} {#3} } }
\NewDocumentCommand \CEparaphrased { } { \bool_gset_true:N \g__catena_paraphrased_bool }
% --- pins: the words that an excerpt had
\NewDocumentCommand \CEpin { m m }
  {
    \seq_gput_right:Nx \g__catena_pins_seq { \tl_to_str:n {#1} }
    \tl_gset:cx { g__catena_pin~\tl_to_str:n {#1} _tl } { \tl_to_str:n {#2} }
  }
\cs_new_protected:Npn \__catena_pin:n #1
  {
    \tl_if_exist:cT { g__catena_text~#1 _tl }
      {
        \tl_if_exist:cF { g__catena_pin~#1 _tl } { \exp_args:Nnv \CEpin {#1} { g__catena_text~#1 _tl } }
        \tl_if_eq:ccF { g__catena_pin~#1 _tl } { g__catena_text~#1 _tl }
          { \PackageWarning { catena } { excerpt~'#1'~has~other~words~than~when~the~paper~first~cited~it,~in~\__catena_where: } }
      }
  }
\cs_generate_variant:Nn \__catena_pin:n { V }
\cs_new_protected:Npn \__catena_write_pins:
  {
    \seq_gremove_duplicates:N \g__catena_pins_seq
    \iow_open:Nn \g__catena_pins_iow { \c_sys_jobname_str .pin }
    \seq_map_inline:Nn \g__catena_pins_seq
      { \iow_now:Nx \g__catena_pins_iow { \token_to_str:N \CEpin \c_left_brace_str ##1 \c_right_brace_str \c_left_brace_str \tl_use:c { g__catena_pin~##1 _tl } \c_right_brace_str } }
    \iow_close:N \g__catena_pins_iow
  }
% --- looking an id up: sets id, path (empty when there is nothing to link to) and label
\cs_new_protected:Npn \__catena_find:nn #1#2
  {
    \str_set:Nn \l__catena_id_str {#2}
    \str_clear:N \l__catena_path_str
    \tl_clear:N \l__catena_label_tl
    \cs_if_exist_use:cF { __catena~#1~=\tl_to_str:n {#2} }
      { \cs_if_exist_use:cF { __catena~#1~\str_lowercase:n {#2} } { \__catena_unknown:nn {#1} {#2} } }
  }
\cs_generate_variant:Nn \__catena_find:nn { ne }
\cs_new_protected:Npn \__catena_entry:nnn #1#2#3
  { \str_set:Nn \l__catena_id_str {#1} \str_set:Nn \l__catena_path_str {#2} \tl_set:Nn \l__catena_label_tl {#3} }
\cs_new_protected:Npn \__catena_moved:nnn #1#2#3
  { \PackageWarning { catena } { #1~'\tl_to_str:n{#2}'~is~now~'\tl_to_str:n{#3}'~in~\__catena_where: } \__catena_find:nn {#1} {#3} }
\cs_new_protected:Npn \__catena_gone:nnn #1#2#3
  { \PackageWarning { catena } { #1~'\tl_to_str:n{#2}'~was~withdrawn~from~\__catena_where: :~\tl_to_str:n{#3} } }
\cs_new_protected:Npn \__catena_unknown:nn #1#2
  {
    \bool_if:NTF \g__catena_warn_bool
      { \PackageWarning { catena } { unknown~#1~'\tl_to_str:n{#2}'~in~\__catena_where: } }
      { \PackageError { catena } { unknown~#1~'\tl_to_str:n{#2}'~in~\__catena_where: }
          { Look~the~id~up~on~the~site~of~the~review,~or~load~the~.def~file~of~a~newer~release. } }
  }
\cs_new:Npn \__catena_where: { study~'\g__catena_study_tl'~release~\g__catena_release_tl }
% --- printing
\cs_new_protected:Npn \__catena_link:n #1
  {
    \bool_lazy_or:nnTF { \str_if_empty_p:N \l__catena_path_str } { ! \cs_if_exist_p:N \href }
      {#1} { \exp_args:Ne \href { \g__catena_base_tl \l__catena_path_str } {#1} }
  }
\cs_generate_variant:Nn \__catena_link:n { V }
\cs_new_protected:Npn \__catena_foot:
  {
    \str_if_empty:NF \l__catena_path_str
      { \exp_args:Ne \footnote { \exp_not:N \url { \g__catena_base_tl \l__catena_path_str } } }
  }
% {kind} {BooleanTrue: footnote} {own text or \NoValue} {id} {what to print: id or label}
\cs_new_protected:Npn \__catena_print:nnnnN #1#2#3#4#5
  {
    \group_begin:
      \__catena_find:nn {#1} {#4}
      \bool_if:NT \g__catena_pin_bool { \__catena_pin:V \l__catena_id_str }
      \IfNoValueTF {#3}
        { \tl_if_empty:NTF #5 { \__catena_link:V \l__catena_id_str } { \__catena_link:V #5 } } { \__catena_link:n {#3} }
      \IfBooleanT {#2} { \__catena_foot: }
    \group_end:
  }
\NewDocumentCommand \cesource  { s o m } { \__catena_print:nnnnN { source }  {#1} {#2} {#3} \l__catena_id_str }
\NewDocumentCommand \ceexcerpt { s o m } { \__catena_print:nnnnN { excerpt } {#1} {#2} {#3} \l__catena_id_str }
\NewDocumentCommand \cepassage { s o m } { \__catena_print:nnnnN { passage } {#1} {#2} {#3} \l__catena_id_str }
\NewDocumentCommand \cecode    { s o m } { \__catena_print:nnnnN { code }    {#1} {#2} {#3} \l__catena_label_tl }
\NewDocumentCommand \cesourcetitle { s o m } { \__catena_print:nnnnN { source } {#1} {#2} {#3} \l__catena_label_tl }
\NewDocumentCommand \cesources { m } { \clist_map_tokens:nn {#1} { \__catena_listed:n } \bool_gset_false:N \g__catena_comma_bool }
\bool_new:N \g__catena_comma_bool
\cs_new_protected:Npn \__catena_listed:n #1
  { \bool_if:NT \g__catena_comma_bool { ,~ } \bool_gset_true:N \g__catena_comma_bool \cesource {#1} }
\NewDocumentCommand \cestudy { s o }
  {
    \group_begin:
      \cs_if_exist:NTF \href
        { \exp_args:Ne \href { \g__catena_base_tl } { \IfNoValueTF {#2} { \g__catena_title_tl } {#2} } }
        { \IfNoValueTF {#2} { \g__catena_title_tl } {#2} }
      \IfBooleanT {#1} { \exp_args:Ne \footnote { \exp_not:N \url { \g__catena_base_tl } } }
    \group_end:
  }
\NewDocumentCommand \cequote { m }
  {
    \group_begin:
      \__catena_find:nn { excerpt } {#1}
      \bool_if:NT \g__catena_pin_bool { \__catena_pin:V \l__catena_id_str }
      \tl_if_exist:cTF { g__catena_quote~\l__catena_id_str _tl }
        { \exp_last_unbraced:Nv \__catena_quote:nn { g__catena_quote~\l__catena_id_str _tl } }
        { \PackageWarning { catena } { no~words~of~excerpt~'\l__catena_id_str'~are~at~hand~in~\__catena_where: } \__catena_link:V \l__catena_id_str }
    \group_end:
  }
% {source} {words}
\cs_new_protected:Npn \__catena_quote:nn #1#2
  {
    \bool_if:NTF \g__catena_paraphrased_bool {#2} { \textquotedblleft #2 \textquotedblright }
    \c_space_tl ( \cesourcetitle {#1} , ~ \__catena_link:V \l__catena_id_str )
  }
% --- in bookmarks: the id, or the text of the link
\NewExpandableDocumentCommand \catenaplain { s o m } { \IfNoValueTF {#2} { \tl_to_str:n {#3} } {#2} }
\cs_new_protected:Npn \__catena_bookmarks:
  {
    \pdfstringdefDisableCommands
      {
        \cs_set_eq:NN \cesource \catenaplain \cs_set_eq:NN \ceexcerpt \catenaplain \cs_set_eq:NN \cepassage \catenaplain
        \cs_set_eq:NN \cecode \catenaplain \cs_set_eq:NN \cesourcetitle \catenaplain \cs_set_eq:NN \cesources \catenaplain
        \cs_set_eq:NN \cestudy \g__catena_title_tl
      }
  }
\AddToHook { enddocument } { \bool_if:NT \g__catena_pin_bool { \__catena_write_pins: } }
\AddToHook { begindocument / before } { \@ifpackageloaded { url } { } { \RequirePackage { url } } }
\AddToHook { begindocument }
  {
    \cs_if_exist:NT \pdfstringdefDisableCommands { \__catena_bookmarks: }
    \bool_if:NT \g__catena_pin_bool { \InputIfFileExists { \c_sys_jobname_str .pin } { } { } }
    \@ifpackageloaded { xcolor } { \definecolor { ceshade } { gray } { 0.35 } } { }
  }
% --- for the tables: a cell that wraps and hyphenates its first word too, a shade where the paper has coloured tables, and an address that breaks anywhere
\NewDocumentCommand \CEcell { } { \raggedright \arraybackslash \hspace { 0pt } }
\NewDocumentCommand \CEshade { m }
  { \bool_lazy_and:nnT { \cs_if_exist_p:N \cellcolor } { \cs_if_exist_p:c { \string\color@ceshade } } { \cellcolor { ceshade!#1 } } }
\NewDocumentCommand \CEaddress { m }
  {
    \group_begin:
      \footnotesize
      \cs_if_exist:NT \UrlBreaks
        {
          \tl_put_right:Nn \UrlBreaks { \do\- }
          \tl_map_inline:nn { abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 }
            { \tl_put_right:Nn \UrlBreaks { \do ##1 } }
        }
      \str_set:Nn \l__catena_path_str {#1} % without hyperref the back-slashes before number and per cent signs would be printed
      \exp_args:NNV \str_remove_all:Nn \l__catena_path_str \c_backslash_str
      \exp_args:NV \url \l__catena_path_str
    \group_end:
  }
\ExplSyntaxOff
\begingroup\catcode35=12 % the number sign, which the addresses hold
\ExplSyntaxOn
\tl_if_empty:NTF \g__catena_study_tl
  { \ExplSyntaxOff \PackageError{catena}{no study is named}{Say \string\usepackage[study=KEY]{catena}.} }
  {
    \exp_last_unbraced:Nx \use:n
      { { \exp_not:N \ExplSyntaxOff \exp_not:N \InputIfFileExists { catena-\g__catena_study_tl .def } { }
        { \exp_not:N \PackageError { catena } { no~file~catena-\g__catena_study_tl .def } { It~lies~beside~catena.sty~on~the~site~of~the~review. } }
          \bool_if:NT \g__catena_quotes_bool
            { \exp_not:N \InputIfFileExists { catena-\g__catena_study_tl -quotes.def } { } { \exp_not:N \PackageError { catena } { no~file~catena-\g__catena_study_tl -quotes.def } { It~lies~beside~catena.sty~on~the~site~of~the~review. } } } } }
  }
\ExplSyntaxOff
\endgroup
\endinput
`;
