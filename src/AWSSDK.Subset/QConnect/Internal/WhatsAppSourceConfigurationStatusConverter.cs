using Amazon.RestJson;

namespace Amazon.QConnect.Internal;

/// <summary>Writes <see cref="WhatsAppSourceConfigurationStatus"/> as its string.</summary>
internal sealed class WhatsAppSourceConfigurationStatusConverter() : ConstantClassConverter<WhatsAppSourceConfigurationStatus>(
    WhatsAppSourceConfigurationStatus.FindValue);
