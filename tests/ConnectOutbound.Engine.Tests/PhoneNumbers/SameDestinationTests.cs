using ConnectOutbound.Engine.PhoneNumbers;

namespace ConnectOutbound.Engine.Tests.PhoneNumbers;

public class SameDestinationTests
{
    [Theory]
    [InlineData("+5491123456789", "+541123456789")]
    [InlineData("+5493512345678", "+543512345678")]
    [InlineData("+5511987654321", "+551187654321")]
    [InlineData("+5521961234567", "+552161234567")]
    [InlineData("+5511912345678", "+551112345678")]
    public void A_mobile_number_with_its_9_and_without_it_is_one_destination(string with, string without)
    {
        Assert.Equal(without, PhoneNumber.SameDestinationKey(with));
        Assert.Equal(without, PhoneNumber.SameDestinationKey(without));
        Assert.Equal(without, PhoneNumber.OtherForm(with));
        Assert.Equal(with, PhoneNumber.OtherForm(without));
    }

    [Theory]
    [InlineData("+5511923456789")] // a mobile number; +55 11 2345 6789 is a landline
    [InlineData("+5511933334444")]
    [InlineData("+551123456789")]
    [InlineData("+551133334444")]
    [InlineData("+12065550100")]
    [InlineData("+525512345678")]
    [InlineData("+4915123456789")]
    [InlineData("+540800123456")]
    [InlineData("+5580012345678")]
    [InlineData("+55")]
    [InlineData("")]
    public void Any_other_number_is_a_destination_of_its_own(string e164)
    {
        Assert.Equal(e164, PhoneNumber.SameDestinationKey(e164));
        if (e164 != "+540800123456")
            Assert.Null(PhoneNumber.OtherForm(e164));
    }

    [Fact]
    public void The_other_form_of_the_other_form_is_the_number_itself()
    {
        var random = new Random(20261126);
        for (int i = 0; i < 20_000; i++)
        {
            string e164 = $"+{(random.Next(2) == 0 ? "54" : "55")}{random.NextInt64(1_000_000_000, 99_999_999_999)}";
            if (PhoneNumber.OtherForm(e164) is not { } other)
                continue;
            Assert.Equal(e164, PhoneNumber.OtherForm(other));
            Assert.Equal(PhoneNumber.SameDestinationKey(e164), PhoneNumber.SameDestinationKey(other));
        }
    }
}
