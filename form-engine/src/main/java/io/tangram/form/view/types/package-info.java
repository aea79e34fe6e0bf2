/** The kinds of views; nothing outside names one of these classes. */
package io.tangram.form.view.types;
