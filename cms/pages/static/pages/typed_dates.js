// A date stays as it was typed, and is refused with words if it is none. Wagtail’s calendar would make it today.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
