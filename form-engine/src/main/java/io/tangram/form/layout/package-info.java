/** The kinds of layout items; nothing outside names one of these classes. */
package io.tangram.form.layout;
